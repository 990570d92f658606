import type { Call } from "./call.ts";
import { asObject, type JsonObject } from "./json.ts";
import { recordedBody } from "./recorded-body.ts";
import { header } from "./recording.ts";
import { resolve } from "./resolve.ts";
import { summarize } from "./summarize.ts";
import { fromWire } from "./wire-value.ts";

/** What about a recorded response is not as its operation describes it for its status. */
export function checkResponse({ exchange, match: { spec, operation } }: Call): string[] {
  const { response } = exchange.entry;
  const { status } = response;
  if (status === 0) return [];
  const { responses } = operation;
  const described = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  if (described === undefined)
    return [`status ${status} is not described (described: ${Object.keys(responses).join(", ")})`];
  const { headers, content } = resolve(spec.document, described);
  return [
    ...checkHeaders(asObject(headers)),
    ...checkBody(asObject(content)).map((problem) => `response body ${problem}`),
  ];

  function checkHeaders(documented: JsonObject): string[] {
    return Object.entries(documented).flatMap(([name, node]) => {
      const { schema = {}, required } = resolve(spec.document, node);
      const text = header(response, name.toLowerCase());
      if (text === undefined) return required === true ? [`response header ${name} is missing`] : [];
      const violations = spec.validate(schema, fromWire(spec.document, { schema }, [text], false));
      return violations.map(({ message }) => `response header ${name} ${message}`);
    });
  }

  function checkBody(documented: JsonObject): string[] {
    const types = Object.keys(documented);
    const type =
      (header(response, "content-type") ?? response.content.mimeType ?? "").split(";")[0]?.trim() ?? "";
    const { schema } = asObject(documented[type]);
    if (schema === undefined) {
      // Whatever answers in an API's place, as a proxy does when the API is down, keeps to no description.
      return status >= 400 || types.length === 0
        ? []
        : [`is ${type || "of no type"}, described is ${types.join(", ")}`];
    }
    const { json } = recordedBody(exchange.entry);
    if (json === undefined) return ["is not JSON"];
    return summarize(spec.validate(schema, json));
  }
}
