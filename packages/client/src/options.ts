import { didYouMean } from "@usagewire/pagination/internal";
import type { ClientOptions } from "./client.ts";
import type { Hooks } from "./middleware/hooks.ts";

/**
 * Rejects what the types reject, for callers without types: a misspelled option would be ignored, and a forgotten `params`
 * would walk the whole list.
 *
 * @param hint What to do about a name that is not misspelled.
 * @throws TypeError with the unknown key and the accepted ones.
 */
export function checkKeys(
  where: string,
  given: object,
  accepted: readonly string[],
  kind = "option",
  hint = "",
): void {
  const unknown = Object.keys(given).find((key) => !accepted.includes(key));
  if (unknown === undefined) return;
  const meant = didYouMean(unknown, accepted);
  const suggestion = meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
  const list = accepted.join(", ") || "none";
  throw new TypeError(
    `${where}: unknown ${kind} ${JSON.stringify(unknown)}${suggestion || ";"} valid ${kind}s are ${list}${hint}`,
  );
}

/**
 * @param table What each option must be, in words that contain what `typeof` gives.
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export function checkOptions(where: string, options: object, table: Readonly<Record<string, string>>): void {
  checkKeys(where, options, Object.keys(table));
  for (const [name, accepted] of Object.entries(table)) {
    const value: unknown = Reflect.get(options, name);
    if (value === undefined) continue;
    const type = value === null || typeof value === "boolean" ? String(value) : typeof value;
    if (accepted.split(" ").includes(type)) continue;
    const received =
      typeof value === "object" || typeof value === "boolean" ? type : `a value of type ${type}`;
    throw new TypeError(`option ${name} must be ${accepted}; received ${received}`);
  }
}

/** The options of `createClient`. */
const clientOptions: Readonly<Record<keyof ClientOptions, string>> = {
  authorize: "a function",
  baseUrl: "a string",
  allowHttp: "true or false",
  fetch: "a function",
  retry: "false or an object",
  timeout: "a number or an object",
  maxConcurrency: "a number",
  userAgent: "a string",
  defaults: "an object",
  hooks: "an object",
  advice: "an object",
};
const hookNames: Readonly<Record<keyof Hooks, string>> = {
  start: "a function",
  attempt: "a function",
  retry: "a function",
  end: "a function",
};

/** @throws TypeError if an option is unknown or has the wrong type. */
export function checkClientOptions(options: ClientOptions): void {
  checkOptions("createClient", options, clientOptions);
  checkOptions("option hooks", options.hooks ?? {}, hookNames);
}

/**
 * Checks the names of the options of a factory that takes options of its own besides those of `createClient`. Pass only the
 * latter on: `createClient` refuses names that it does not know.
 *
 * @param factory The name of the factory, for the message.
 * @param options The options that it received.
 * @param own The names of its own options.
 * @param fixed The options of `createClient` that it sets itself and does not accept.
 * @throws TypeError if a name is unknown.
 *
 * @example
 * ```ts
 * import { type ClientOptions, checkOptionNames, createClient, header } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * function createFleet(options: { apiKey: string } & Omit<ClientOptions, "authorize">) {
 *   checkOptionNames("createFleet", options, ["apiKey"], ["authorize"]);
 *   const { apiKey, ...rest } = options;
 *   return createClient<SuperSimPaths>(superSimApi, { ...rest, authorize: header("X-Api-Key", apiKey) });
 * }
 * ```
 */
export function checkOptionNames(
  factory: string,
  options: object,
  own: readonly string[],
  fixed: readonly (keyof ClientOptions)[] = [],
): void {
  const ofClient = Object.keys(clientOptions).filter((name) => !fixed.some((other) => other === name));
  checkKeys(factory, options, [...own, ...ofClient]);
}
