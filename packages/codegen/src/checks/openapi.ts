import {
  parametersOf,
  securityRequirements,
  templateNames,
  undescribedPathParameters,
} from "../document/operations.ts";
import { child, isRecord, members, type Spec, stringAt } from "../document/spec.ts";
import { type Check, type Finding, problemAt, quoted, suggestion } from "./check.ts";

/** The document is OpenAPI 3.0 or 3.1 and has paths. If not, nothing else can be checked. */
export function checkDocument({ root }: Spec): Finding[] {
  if (!isRecord(root.value)) {
    return [problemAt(root, `expected an OpenAPI 3.0 or 3.1 document; found ${kindOf(root.value)}`)];
  }
  const swagger = child(root, "swagger");
  if (swagger.value !== undefined) {
    return [problemAt(swagger, "Swagger 2.0 is not supported; convert the document to OpenAPI 3.0 or 3.1")];
  }
  const version = child(root, "openapi");
  if (version.value === undefined) {
    return [problemAt(root, 'the document has no "openapi" version; add one, such as openapi: "3.1.0"')];
  }
  if (typeof version.value !== "string") {
    return [problemAt(version, 'the "openapi" version must be a string; write it in quotes: "3.1.0"')];
  }
  if (!/^3\.[01]\.\d/.test(version.value)) {
    const message = `OpenAPI version ${JSON.stringify(version.value)} is not supported; use 3.0 or 3.1`;
    return [problemAt(version, message)];
  }
  const paths = child(root, "paths");
  if (!members(paths).some(([path]) => path.startsWith("/"))) {
    const node = paths.value === undefined ? root : paths;
    return [problemAt(node, "the document has no paths, so there is nothing to generate")];
  }
  return [];
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

/** Each operationId is unique, and no operation lists a parameter twice. */
export const checkDuplicates: Check = (spec, operations) => {
  const problems: Finding[] = [];
  const operationIds = new Map<string, string>();
  for (const { key, node } of operations) {
    const id = stringAt(node, "operationId");
    const other = id === undefined ? undefined : operationIds.get(id);
    if (other !== undefined) {
      const message = `operationId "${id}" is already used by ${other}; each must be unique`;
      problems.push(problemAt(child(node, "operationId"), message, "slip"));
    }
    if (id !== undefined) operationIds.set(id, other ?? key);
    const seen = new Set<string>();
    for (const parameter of parametersOf(spec, node)) {
      const name = `${parameter.in} parameter "${parameter.name}"`;
      if (seen.has(name)) {
        const message = `${name} is listed twice; the last one is used`;
        problems.push(problemAt(child(node, "parameters"), message, "warning"));
      }
      seen.add(name);
    }
  }
  return problems;
};

/** Every `{name}` in a path has a path parameter, and every path parameter is in the path. */
export const checkPathParameters: Check = (_spec, operations) =>
  operations.flatMap((operation) => {
    const { key, path, node, parameters } = operation;
    const templated = templateNames(path);
    const undescribed = undescribedPathParameters(operation);
    const unused = parameters.filter(
      ({ in: location, name }) => location === "path" && !templated.includes(name),
    );
    const unusedNames = unused.map(({ name }) => name);
    return [
      ...undescribed.map((name) => {
        const message = `path parameter "${name}" of ${key} is not described, so a string is assumed`;
        return problemAt(node, message + suggestion(name, unusedNames), "warning");
      }),
      ...unused.map(({ name, node: parameter }) => {
        const message = `path parameter "${name}" does not occur in the path ${path}`;
        return problemAt(parameter, message + suggestion(name, undescribed), "warning");
      }),
    ];
  });

/** Every security requirement names a security scheme of the document. */
export const checkSecurity: Check = (spec, operations) => {
  const schemes = members(child(child(spec.root, "components"), "securitySchemes")).map(([name]) => name);
  return securityRequirements(spec, operations)
    .filter(([name]) => !schemes.includes(name))
    .map(([name, node]) => {
      const known = `components.securitySchemes has ${quoted(schemes) || "none"}`;
      const message = `unknown security scheme "${name}"; ${known}${suggestion(name, schemes)}`;
      return problemAt(node, message, "warning");
    });
};

/** The first server is an absolute URL. If not, the client has no base URL. */
export const checkServers: Check = ({ root }) => {
  const server = child(child(root, "servers"), 0);
  const url = stringAt(server, "url");
  if (url === undefined || url.startsWith("{") || /^https?:/i.test(url)) return [];
  const message = `server URL "${url}" is not absolute, so the client requires the option baseUrl, which must include this path`;
  return [problemAt(child(server, "url"), message, "warning")];
};
