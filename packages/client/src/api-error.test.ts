import { describe, expect, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { type Handler, json, serve } from "../test/serve.ts";
import { describeErrorBody } from "./api-error.ts";
import {
  ApiError,
  AuthenticationError,
  type ClientOptions,
  ConnectionError,
  createClient,
  header,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  unwrap,
} from "./index.ts";

async function clientOf(handler: Handler, options: ClientOptions = {}) {
  const { url } = await serve(handler);
  return createClient<paths>(api, { baseUrl: url, retry: false, ...options });
}

describe("unwrap", () => {
  it("returns the data of a 2xx response", async () => {
    const client = await clientOf((_, response) => json(response, { records: [] }));
    expect(await unwrap(client.GET("/v1/Usage"))).toEqual({ records: [] });
  });

  it("returns undefined for a 204", async () => {
    const client = await clientOf((_, response) => response.writeHead(204).end());
    expect(await unwrap(client.GET("/v1/Usage"))).toBeUndefined();
  });

  it.each([
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [429, RateLimitError],
    [500, ServerError],
    [418, ApiError],
  ])("throws the error class of a %i, with all that the response says", async (status, Class) => {
    const client = await clientOf((_, response) =>
      json(response, { code: 20001, message: "No." }, status, {
        "twilio-request-id": "RQ1",
        "retry-after": "7",
      }),
    );
    const error = await unwrap(client.GET("/v1/Usage", { params: { query: { Group: "sim" } } })).catch(
      (e) => e,
    );
    expect(Class.is(error)).toBe(true);
    expect(ApiError.is(error)).toBe(true);
    expect(ConnectionError.is(error)).toBe(false);
    expect(error).toMatchObject({
      name: Class.prototype.constructor.name,
      message: `GET /v1/Usage: ${status} (20001): No.`,
      status,
      code: 20001,
      requestId: "RQ1",
      retryAfter: 7,
      body: { code: 20001, message: "No." },
      method: "GET",
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/Usage\?Group=sim$/),
    });
  });

  it("shows no credential in its URL, such as one from a link to the next page", async () => {
    const { url } = await serve(({ url: path }, response) =>
      path.includes("next=1")
        ? json(response, { message: "No." }, 403)
        : json(response, {
            records: [{}],
            next: "/v1/Usage?next=1&access_token=t0p-secret&echo=k3y-of-mine",
          }),
    );
    const client = createClient<paths>(api, {
      baseUrl: url,
      authorize: header("X-Api-Key", "k3y-of-mine"),
      retry: false,
    });
    const error = ApiError.find(
      await client
        .paginate("/v1/Usage")
        .toArray()
        .catch((e: unknown) => e),
    );
    expect(error?.url).toBe(`${url}/v1/Usage?next=1&access_token=[redacted]&echo=[redacted]`);
  });

  it("quotes an error body that is not JSON", async () => {
    const client = await clientOf((_, response) => response.writeHead(502).end("<html>Bad gateway</html>"));
    await expect(unwrap(client.GET("/v1/Usage"))).rejects.toThrow(
      "GET /v1/Usage: 502: the body is not JSON: <html>Bad gateway</html>",
    );
  });

  it("appends the advice for the provider's error code", async () => {
    const client = await clientOf((_, response) => json(response, { code: 83602, message: "No." }, 400), {
      advice: { 83602: "use full hours" },
    });
    await expect(unwrap(client.GET("/v1/Usage"))).rejects.toThrow(
      "GET /v1/Usage: 400 (83602): No. - use full hours",
    );
  });

  it("limits the provider's text in the message, and does not take inherited properties for advice", async () => {
    const client = await clientOf(
      (_, response) => json(response, { code: "toString", message: "x".repeat(5000) }, 400),
      { advice: {} },
    );
    const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
    expect(error.message).toHaveLength("GET /v1/Usage: 400 (toString): ".length + 1000);
    expect(error.body.message).toHaveLength(5000);
  });
});

it.each([
  [
    "Twilio's legacy body",
    { code: 20404, message: "Not found", status: 404 },
    { code: 20404, text: "Not found" },
  ],
  ["a body without a code", { message: "Not found", status: 404 }, { text: "Not found" }],
  ["RFC 9457", { title: "Bad", detail: "StartTime", status: 400 }, { text: "Bad: StartTime" }],
  [
    "RFC 9457 with several errors",
    {
      title: "Invalid",
      code: 20001,
      errors: [
        { pointer: "/StartTime", detail: "is in the future" },
        "no Sim",
        { x: 1 },
        { detail: "left out" },
      ],
    },
    { code: 20001, text: "Invalid: /StartTime is in the future; no Sim" },
  ],
  ["errors that are not a list", { title: "Bad", errors: { a: 1 } }, { text: "Bad" }],
  ["Onomondo's body", { error: "not_found" }, { code: "not_found", text: "not_found" }],
  ["an array", [], {}],
  ["a string", "oops", {}],
])("describes %s", (_, body, description) => {
  expect(describeErrorBody(body)).toEqual(description);
});
