import { child, elements, members, type Spec, type SpecNode, stringAt } from "./spec.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** The HTTP methods of a Path Item Object, in lower case. */
export const httpMethods: readonly string[] = methods;

export interface Parameter {
  readonly name: string;
  /** `query`, `path`, `header` or `cookie`. */
  readonly in: string;
  /** The Parameter Object, with `$ref`s resolved. */
  readonly node: SpecNode;
}

export interface Operation {
  /** Method and path template: `"GET /v1/UsageRecords"`. */
  readonly key: string;
  readonly path: string;
  readonly node: SpecNode;
  /** The parameters of the path item, overridden by the operation's own. */
  readonly parameters: readonly Parameter[];
}

/** All operations, in the document's order. */
export function operationsOf(spec: Spec): Operation[] {
  return members(child(spec.root, "paths")).flatMap(([path, listed]) => {
    const item = spec.resolve(listed);
    if (item === undefined || !path.startsWith("/")) return [];
    const shared = parametersOf(spec, item);
    return members(item)
      .filter(([method]) => httpMethods.includes(method))
      .flatMap(([method, listedOperation]) => {
        // OpenAPI has no references to operations, but published documents do.
        const node = spec.resolve(listedOperation);
        if (node === undefined) return [];
        const parameters = override(shared, parametersOf(spec, node));
        return [{ key: `${method.toUpperCase()} ${path}`, path, node, parameters }];
      });
  });
}

/** The parameters that a path item or an operation lists. */
export function parametersOf(spec: Spec, owner: SpecNode): Parameter[] {
  return elements(child(owner, "parameters")).flatMap((listed) => {
    const node = spec.resolve(listed);
    if (node === undefined) return [];
    const name = stringAt(node, "name");
    const location = stringAt(node, "in");
    return name === undefined || location === undefined ? [] : [{ name, in: location, node }];
  });
}

function override(shared: readonly Parameter[], own: readonly Parameter[]): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...shared, ...own]) byKey.set(`${parameter.in} ${parameter.name}`, parameter);
  return [...byKey.values()];
}

export const queryParameters = ({ parameters }: Operation): Parameter[] =>
  parameters.filter((parameter) => parameter.in === "query");

/** The names in a path template: `sim_id` in `/usage/{sim_id}`. */
export const templateNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);

/** The names in an operation's path that have no path parameter. */
export function undescribedPathParameters({ path, parameters }: Operation): string[] {
  const described = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  return templateNames(path).filter((name) => !described.includes(name));
}

/** The security requirements of the document and of each operation, by the name of their scheme. */
export function securityRequirements(
  { root }: Spec,
  operations: readonly Operation[],
): [scheme: string, node: SpecNode][] {
  return [root, ...operations.map(({ node }) => node)]
    .flatMap((owner) => elements(child(owner, "security")))
    .flatMap(members);
}

/** The response of a successful call: the first 2xx. JavaScript lists 200 before all others. */
export function successResponse(spec: Spec, operation: Operation): SpecNode | undefined {
  const responses = members(child(operation.node, "responses"));
  const [, found] = responses.find(([status]) => /^2(\d\d|XX)$/i.test(status)) ?? [];
  return found && spec.resolve(found);
}

/** The schema of a response's JSON body. */
export function jsonBodySchema(spec: Spec, response: SpecNode): SpecNode | undefined {
  const content = members(child(response, "content"));
  const [, media] =
    content.find(([type]) => /^application\/json\b/i.test(type)) ??
    content.find(([type]) => /[/+]json\b|^\*\/\*/i.test(type)) ??
    [];
  const mediaType = media && spec.resolve(media);
  return mediaType && spec.resolve(child(mediaType, "schema"));
}
