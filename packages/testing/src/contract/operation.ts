import { asObject, isObject, type JsonObject } from "./json.ts";
import { resolve } from "./resolve.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** An operation of a spec, references followed. */
export interface Operation {
  /** `GET /v1/UsageRecords` */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By status, `default` included. */
  readonly responses: JsonObject;
  /** Absent: not a list, or one that comes whole. */
  readonly pagination?: Pagination;
  /** Whether it takes credentials. */
  readonly secured: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: unknown;
  /** The name on the wire when several values are given (`x-array-name`). */
  readonly arrayName?: string;
  /** The same for all operations that share it by `$ref`. */
  readonly identity: string;
}

/** What of `x-pagination` recordings are checked by. */
export interface Pagination {
  /** JSON Pointer to the records in a body. */
  readonly items: string;
  /** Query parameters that may change from page to page. */
  readonly moving: readonly string[];
}

export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(asObject(document.paths)).flatMap(([path, item]) => {
    const pathItem = resolve(document, item);
    return METHODS.filter((method) => isObject(pathItem[method])).map((method) =>
      operation(document, path, method, pathItem, asObject(pathItem[method])),
    );
  });
}

function operation(
  document: JsonObject,
  path: string,
  method: string,
  pathItem: JsonObject,
  described: JsonObject,
): Operation {
  const key = `${method.toUpperCase()} ${path}`;
  const security = described.security ?? document.security;
  const pagination = paginationOf(asObject(described["x-pagination"]));
  const parameters = [pathItem.parameters, described.parameters].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return {
    key,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map((node) => parameter(document, key, node)),
    responses: asObject(described.responses),
    secured: Array.isArray(security) && security.length > 0,
    ...(pagination && { pagination }),
  };
}

function parameter(document: JsonObject, operationKey: string, node: unknown): Parameter {
  const described = resolve(document, node);
  const reference = asObject(node).$ref;
  const arrayName = described["x-array-name"];
  return {
    name: String(described.name),
    in: String(described.in),
    required: described.required === true,
    schema: described.schema ?? {},
    identity: typeof reference === "string" ? reference : `${operationKey} ${described.name}`,
    ...(typeof arrayName === "string" && { arrayName }),
  };
}

function paginationOf(described: JsonObject): Pagination | undefined {
  if (typeof described.items !== "string" || described.style === "none") return undefined;
  const pageSize = asObject(described.pageSize).param;
  const firstPageOnly = Array.isArray(described.firstPageOnly) ? described.firstPageOnly : [];
  const moving = [described.param, pageSize, ...firstPageOnly].filter((name) => typeof name === "string");
  return { items: described.items, moving };
}
