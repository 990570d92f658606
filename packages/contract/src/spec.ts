import { readFileSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { isPointer, parsePointer } from "@usagewire/pagination/internal";
import { parse } from "yaml";
import { toPath } from "./files.ts";
import { asArray, asObject, isObject, type JsonObject, messageOf, resolve } from "./json.ts";
import { createValidator, type Validate } from "./validator.ts";

/** The parts of an OpenAPI document that recordings are checked against. */
export interface Spec {
  /** The file and its folder, or the title of a parsed document, for messages. */
  readonly name: string;
  readonly document: JsonObject;
  /** The path of the first server's URL, often `""`. */
  readonly basePath: string;
  readonly operations: readonly Operation[];
  /** The names of headers and query parameters with credentials, in lower case. */
  readonly credentials: { readonly headers: readonly string[]; readonly query: readonly string[] };
  readonly validate: Validate;
}

/** The method of an operation. TRACE is missing because `fetch` rejects it. */
export type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH";

/** An operation with its references resolved. */
export interface Operation {
  /** `GET /v1/UsageRecords` */
  readonly key: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody: JsonObject | undefined;
  /** By status, including `default`. */
  readonly responses: JsonObject;
  /** Undefined if the operation has no `x-pagination`, or one with the style `none`. */
  readonly pagination: Pagination | undefined;
  /** Whether the operation requires credentials. */
  readonly secured: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: unknown;
  /** The name in the query if several values are given (`x-array-name`). */
  readonly arrayName: string | undefined;
  readonly style: string;
  readonly explode: boolean;
  /** Equal for all operations that share the parameter by `$ref`. */
  readonly id: string;
}

/** The parts of `x-pagination` that recordings are checked against. */
export interface Pagination {
  /** The JSON Pointer to the records in a body, as tokens. */
  readonly items: readonly string[];
  /** Query parameters that may change from page to page. All others are filters. */
  readonly changing: readonly string[];
}

/**
 * Reads an OpenAPI 3 document from a file (YAML or JSON), or takes it parsed.
 *
 * @throws Error if the file cannot be read or is not an OpenAPI 3 document.
 */
export function readSpec(source: string | URL | object): Spec {
  if (typeof source !== "string" && !(source instanceof URL)) {
    const title = asObject(asObject(source).info).title;
    return createSpec(typeof title === "string" ? title : "spec", source);
  }
  const path = resolvePath(toPath("spec", source));
  const name = path.split(/[/\\]/).slice(-2).join("/");
  return createSpec(name, parseFile(path));
}

function parseFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error(`spec: cannot read ${path}: ${messageOf(cause)}`, { cause });
  }
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`spec: ${path} is neither YAML nor JSON: ${messageOf(cause)}`, { cause });
  }
}

export function createSpec(name: string, document: unknown): Spec {
  const version = asObject(document).openapi;
  if (!isObject(document) || typeof version !== "string" || !version.startsWith("3.")) {
    const found = asObject(document).swagger === undefined ? "" : "; convert Swagger 2 to OpenAPI 3 first";
    throw new Error(
      `spec: ${name} is not an OpenAPI 3 document: openapi is ${JSON.stringify(version) ?? "missing"}${found}`,
    );
  }
  return {
    name,
    document,
    basePath: basePathOf(document),
    operations: operationsOf(document),
    credentials: credentialsOf(document),
    validate: createValidator(name, document),
  };
}

function basePathOf(document: JsonObject): string {
  const { url = "/", variables } = asObject(asArray(document.servers)[0]);
  const filled = String(url).replace(/\{([^}]+)\}/g, (_, name: string) =>
    String(asObject(asObject(variables)[name]).default ?? name),
  );
  return new URL(filled, "https://server.invalid").pathname.replace(/\/$/, "");
}

function credentialsOf(document: JsonObject): Spec["credentials"] {
  const schemes = Object.values(asObject(asObject(document.components).securitySchemes)).map((scheme) =>
    resolve(document, scheme),
  );
  const keysIn = (place: string) =>
    schemes
      .filter((scheme) => scheme.type === "apiKey" && scheme.in === place)
      .map(({ name }) => String(name).toLowerCase());
  const uses = (...types: string[]) => schemes.some(({ type }) => types.includes(String(type)));
  const headers = [
    ...(uses("http", "oauth2", "openIdConnect") ? ["authorization"] : []),
    ...(keysIn("cookie").length > 0 ? ["cookie"] : []),
    ...keysIn("header"),
  ];
  return { headers: [...new Set(headers)], query: keysIn("query") };
}

const METHODS: readonly HttpMethod[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];

function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(asObject(document.paths)).flatMap(([path, item]) => {
    const pathItem = resolve(document, item);
    return METHODS.filter((method) => isObject(pathItem[method.toLowerCase()])).map((method) =>
      toOperation(document, path, method, pathItem),
    );
  });
}

function toOperation(
  document: JsonObject,
  path: string,
  method: HttpMethod,
  pathItem: JsonObject,
): Operation {
  const described = asObject(pathItem[method.toLowerCase()]);
  const key = `${method} ${path}`;
  const security = asArray(described.security ?? document.security);
  const parameters = [...asArray(pathItem.parameters), ...asArray(described.parameters)].map((node) =>
    toParameter(document, key, node),
  );
  return {
    key,
    method,
    path,
    // A parameter of the operation replaces that of the path with the same name and place.
    parameters: [...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values()],
    requestBody: isObject(described.requestBody) ? resolve(document, described.requestBody) : undefined,
    responses: asObject(described.responses),
    pagination: toPagination(key, asObject(described["x-pagination"])),
    // An empty alternative makes credentials optional.
    secured: security.length > 0 && security.every((one) => Object.keys(asObject(one)).length > 0),
  };
}

function toParameter(document: JsonObject, operationKey: string, node: unknown): Parameter {
  const described = resolve(document, node);
  const reference = asObject(node).$ref;
  const arrayName = described["x-array-name"];
  const style = String(described.style ?? "form");
  return {
    name: String(described.name),
    in: String(described.in),
    required: described.required === true,
    schema: described.schema ?? {},
    arrayName: typeof arrayName === "string" ? arrayName : undefined,
    style,
    explode: typeof described.explode === "boolean" ? described.explode : style === "form",
    id: typeof reference === "string" ? reference : `${operationKey} ${described.in} ${described.name}`,
  };
}

function toPagination(operationKey: string, described: JsonObject): Pagination | undefined {
  if (typeof described.items !== "string" || described.style === "none") return undefined;
  if (!isPointer(described.items)) {
    const found = JSON.stringify(described.items);
    throw new Error(
      `spec: x-pagination of ${operationKey}: items must be a JSON Pointer, such as /records, not ${found}`,
    );
  }
  const pageSize = asObject(described.pageSize).param;
  const changing = [described.param, pageSize, ...asArray(described.firstPageOnly)];
  return {
    items: parsePointer(described.items),
    changing: changing.filter((name) => typeof name === "string"),
  };
}
