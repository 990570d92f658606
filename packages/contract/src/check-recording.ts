import { type Call, placeOf, toCall } from "./call.ts";
import { asObject, type JsonObject, messageOf, resolve } from "./json.ts";
import { decodeValue } from "./parameter-value.ts";
import { type Body, type Exchange, header, type Recording, requestBody, responseBody } from "./recording.ts";
import type { Spec } from "./spec.ts";
import { summarize } from "./validator.ts";

/** Everything in a recording that does not match the specs, with its place. */
export function checkRecording(specs: readonly Spec[], { file, origin, calls }: Recording): string[] {
  const unknownOrigin = origin ? [] : [`${file}: log.comment must start with documented, emulated or live`];
  return [
    ...unknownOrigin,
    ...calls.flatMap(({ exchanges, paginated }) => checkCall(specs, file, exchanges, paginated)),
  ];
}

function checkCall(
  specs: readonly Spec[],
  file: string,
  exchanges: readonly Exchange[],
  paginated: boolean,
): string[] {
  const pages: Call[] = [];
  const problems = exchanges.flatMap((exchange) => {
    try {
      const call = toCall(specs, exchange);
      pages.push(call);
      return [...checkRequest(call), ...checkResponse(call)].map((problem) => ({ exchange, problem }));
    } catch (error) {
      return [{ exchange, problem: messageOf(error) }];
    }
  });
  return [...problems, ...(paginated ? checkPages(pages) : [])].map(
    ({ exchange, problem }) => `${placeOf(file, exchange)}: ${problem}`,
  );
}

function checkRequest(call: Call): string[] {
  const { operation, unknown } = call;
  const known = operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return [
    ...unknown.map(
      (name) => `query parameter ${JSON.stringify(name)} is not in the spec (known: ${known.join(", ")})`,
    ),
    ...checkParameters(call),
    ...checkRequestBody(call),
    ...checkCredentials(call),
  ];
}

function checkParameters({ spec, operation, params }: Call): string[] {
  return operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    if (place !== "path" && place !== "query") return [];
    const parameter = `${place} parameter ${JSON.stringify(name)}`;
    const value = params[place][name];
    if (value === undefined) return required ? [`${parameter} is missing`] : [];
    return spec
      .validate(schema, value)
      .map(({ pointer, message }) => [parameter, pointer, message].filter(Boolean).join(" "));
  });
}

function checkRequestBody({ exchange: { entry }, spec, operation }: Call): string[] {
  const body = requestBody(entry);
  const described = operation.requestBody;
  if (body === undefined) return described?.required === true ? ["request body is missing"] : [];
  if (described === undefined) return ["request body is not in the spec"];
  const type = header(entry.request, "content-type") ?? entry.request.postData?.mimeType;
  return checkBody(spec, asObject(described.content), type, body).map((problem) => `request body ${problem}`);
}

/** A replay checks that a client sends its credentials, so the recording must have some, but not their values. */
function checkCredentials({ exchange, spec, operation }: Call): string[] {
  const { request } = exchange.entry;
  const { headers, query } = spec.credentials;
  const sent = headers.flatMap((name) => {
    const value = header(request, name);
    return value === undefined ? [] : [{ name, value }];
  });
  const inQuery = [...new URL(request.url).searchParams.keys()].some((name) =>
    query.includes(name.toLowerCase()),
  );
  const accepted = [
    ...headers.map((name) => `the header ${name}: REDACTED`),
    ...query.map((name) => `the query parameter ${name}=REDACTED`),
  ];
  return [
    ...(operation.secured && accepted.length > 0 && sent.length === 0 && !inQuery
      ? [`request has no credentials; add ${accepted.join(" or ")}`]
      : []),
    ...sent
      .filter(({ value }) => !/(^| )REDACTED$/.test(value))
      .map(({ name }) => `header ${name} contains a credential; replace it with REDACTED`),
  ];
}

function checkResponse({ exchange: { entry }, spec, operation }: Call): string[] {
  const { response } = entry;
  const { status } = response;
  if (status === 0) return ["has no response (status 0); remove the entry"];
  const { responses } = operation;
  const described = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  if (described === undefined) {
    return [`status ${status} is not in the spec (known: ${Object.keys(responses).join(", ")})`];
  }
  const { headers, content } = resolve(spec.document, described);
  const type = header(response, "content-type") ?? response.content.mimeType;
  const contents = asObject(content);
  // When an API is down, a proxy may respond in its place, with a body that no spec describes.
  const isDescribed = mediaTypeIn(contents, type) !== undefined;
  const problems =
    isDescribed || (status < 400 && Object.keys(contents).length > 0)
      ? checkBody(spec, contents, type, responseBody(entry))
      : [];
  return [
    ...checkResponseHeaders(spec, asObject(headers), response),
    ...problems.map((problem) => `response body ${problem}`),
  ];
}

function checkResponseHeaders(
  { document, validate }: Spec,
  described: JsonObject,
  response: Exchange["entry"]["response"],
): string[] {
  return Object.entries(described).flatMap(([name, node]) => {
    const { schema = {}, required } = resolve(document, node);
    const text = header(response, name.toLowerCase());
    if (text === undefined) return required === true ? [`response header ${name} is missing`] : [];
    const violations = validate(schema, decodeValue(document, schema, [text]));
    return violations.map(({ message }) => `response header ${name} ${message}`);
  });
}

function checkBody(spec: Spec, contents: JsonObject, type: string | undefined, { json }: Body): string[] {
  const described = mediaTypeIn(contents, type);
  if (described === undefined) {
    return [`has type ${type ? essence(type) : "unknown"}, expected ${Object.keys(contents).join(" or ")}`];
  }
  if (described.schema === undefined) return [];
  if (json === undefined) return ["is not JSON"];
  return summarize(spec.validate(described.schema, json));
}

/** The description of a media type: that of the type itself, of `application/*`, or of any type. */
function mediaTypeIn(contents: JsonObject, type = ""): JsonObject | undefined {
  const wanted = essence(type);
  const described = new Map(
    Object.entries(contents).map(([name, value]) => [essence(name), asObject(value)]),
  );
  return described.get(wanted) ?? described.get(`${wanted.split("/")[0]}/*`) ?? described.get("*/*");
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
function essence(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}

/** Checks that exchanges are the pages of one list, with the same filters on every page. */
function checkPages([first, ...later]: readonly Call[]): { exchange: Exchange; problem: string }[] {
  if (first === undefined) return [];
  const { key, pagination } = first.operation;
  if (pagination === undefined) {
    const problem = `${key} is not paginated (no x-pagination in the spec); remove pageref from the entry`;
    return [{ exchange: first.exchange, problem }];
  }
  const filters = Object.entries(first.params.query).filter(([name]) => !pagination.changing.includes(name));
  return later.flatMap(({ exchange, operation, params }) => {
    if (operation.key !== key) {
      return [{ exchange, problem: `is not a page of ${key}, but has the pageref of its pages` }];
    }
    return filters
      .filter(([name, value]) => JSON.stringify(params.query[name]) !== JSON.stringify(value))
      .map(([name]) => ({
        exchange,
        problem: `query parameter ${JSON.stringify(name)} differs from that of the first page`,
      }));
  });
}
