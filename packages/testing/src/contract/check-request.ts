import type { Call } from "./call.ts";
import { header } from "./recording.ts";
import type { Violation } from "./validator.ts";

/** What about a recorded request is not as its operation describes it. */
export function checkRequest({ exchange, match, params, undocumented }: Call): string[] {
  const { spec, operation } = match;
  const described = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  const unknown = undocumented.map(
    (name) => `query parameter ${JSON.stringify(name)} is not described (described: ${described.join(", ")})`,
  );
  const values = operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    if (place !== "path" && place !== "query") return [];
    const value = params[place][name];
    if (value === undefined) return required ? [`${place} parameter ${JSON.stringify(name)} is missing`] : [];
    const say = ({ pointer, message }: Violation) =>
      `${place} parameter ${JSON.stringify(name)} ${pointer} ${message}`;
    return spec.validate(schema, value).map((violation) => say(violation).replace(/ {2,}/, " "));
  });
  return [...unknown, ...values, ...checkCredentials({ exchange, match })];
}

/** They must be there, so that a replay can tell whether a client sent its own, and they must be blank. */
function checkCredentials({
  exchange,
  match: { spec, operation },
}: Pick<Call, "exchange" | "match">): string[] {
  const { request } = exchange.entry;
  const sent = spec.credentials.headers.map((name) => ({ name, value: header(request, name) }));
  const present = sent.filter(({ value }) => value !== undefined);
  const inQuery = spec.credentials.query.some((name) => new URL(request.url).searchParams.has(name));
  const missing =
    operation.secured && present.length === 0 && !inQuery
      ? [`carries no credentials; record it with some (${spec.credentials.headers.join(" or ")}: REDACTED)`]
      : [];
  const open = present.filter(({ value }) => value !== undefined && !/(^| )REDACTED$/.test(value));
  return [...missing, ...open.map(({ name }) => `header ${name} holds a credential; it must be REDACTED`)];
}
