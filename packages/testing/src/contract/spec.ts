import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { asObject, isObject, type JsonObject } from "./json.ts";
import { type Operation, operationsOf } from "./operation.ts";
import { createValidator, type Validate } from "./validator.ts";

/** An OpenAPI document, read for what recordings are checked against. */
export interface Spec {
  /** The file and its folder, for failures. */
  readonly name: string;
  readonly document: JsonObject;
  /** The path of the first server's URL, `""` for most. */
  readonly basePath: string;
  readonly operations: readonly Operation[];
  /** Headers and query parameters that carry credentials, in lower case. */
  readonly credentials: { readonly headers: readonly string[]; readonly query: readonly string[] };
  readonly validate: Validate;
}

export function readSpec(file: URL): Spec {
  return createSpec(file.pathname.split("/").slice(-2).join("/"), parse(readFileSync(file, "utf8")));
}

export function createSpec(name: string, document: unknown): Spec {
  if (!isObject(document)) throw new Error(`${name} is not an OpenAPI document`);
  const [server] = Array.isArray(document.servers) ? document.servers : [];
  const url = new URL(String(asObject(server).url ?? "/"), "https://server.invalid");
  return {
    name,
    document,
    basePath: url.pathname.replace(/\/$/, ""),
    operations: operationsOf(document),
    credentials: credentialsOf(document),
    validate: createValidator(document),
  };
}

function credentialsOf(document: JsonObject): Spec["credentials"] {
  const schemes = Object.values(asObject(asObject(document.components).securitySchemes)).map(asObject);
  const keysIn = (place: string) =>
    schemes
      .filter((scheme) => scheme.type === "apiKey" && scheme.in === place)
      .map(({ name }) => String(name).toLowerCase());
  const others = schemes.some(({ type }) => type !== "apiKey") ? ["authorization"] : [];
  return { headers: [...new Set([...others, ...keysIn("header")])], query: keysIn("query") };
}
