import { expect, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { checkOptionNames, createClient } from "./index.ts";

const create = (options: object) => () => createClient<paths>(api, options);

it.each<[object, string]>([
  [
    { retrys: 5 },
    'createClient: unknown option "retrys"; did you mean "retry"? valid options are authorize, baseUrl, ',
  ],
  [{ retries: 5 }, 'createClient: unknown option "retries"; did you mean "retry"? valid options are '],
  [
    { hooks: { strat: () => {} } },
    'option hooks: unknown option "strat"; did you mean "start"? valid options are start, ',
  ],
  [{ retry: { maxRetry: 1 } }, 'option retry: unknown option "maxRetry"; did you mean "maxRetries"?'],
  [
    { retry: { budget: { capcity: 1 } } },
    'option retry.budget: unknown option "capcity"; did you mean "capacity"?',
  ],
  [
    { timeout: { totl: 1 } },
    'option timeout: unknown option "totl"; did you mean "total"? valid options are attempt, total',
  ],
])("createClient refuses %j by name", (options, message) => {
  expect(create(options)).toThrow(TypeError);
  expect(create(options)).toThrow(message);
});

it.each<[object, string]>([
  [{ timeout: "5s" }, "option timeout must be a number or an object; received a value of type string"],
  [{ timeout: null }, "option timeout must be a number or an object; received null"],
  [{ timeout: { attempt: "5s" } }, 'timeout.attempt must be a number of milliseconds above 0; received "5s"'],
  [{ retry: 5 }, "option retry must be false or an object; received a value of type number"],
  [{ retry: true }, "option retry must be false or an object; received true"],
  [{ retry: { maxRetries: "2" } }, "retry.maxRetries must be 0 or more; received 2"],
  [{ maxConcurrency: "4" }, "option maxConcurrency must be a number; received a value of type string"],
  [{ allowHttp: "yes" }, "option allowHttp must be true or false; received a value of type string"],
  [{ baseUrl: new URL("https://x.example.com") }, "option baseUrl must be a string; received object"],
  [{ userAgent: 1 }, "option userAgent must be a string; received a value of type number"],
  [{ hooks: () => {} }, "option hooks must be an object; received a value of type function"],
  [{ hooks: { end: "log" } }, "option end must be a function; received a value of type string"],
])("createClient refuses the value of %j", (options, message) => {
  expect(create(options)).toThrow(message);
});

it.each<[object, string]>([
  [{ retry: { retries: 1 } }, 'option retry: unknown option "retries"'],
  [
    { retry: { budget: false } },
    'option retry: unknown option "budget"; valid options are maxRetries, minDelay, maxDelay',
  ],
  [{ retry: 2 }, "option retry must be false or an object; received 2"],
  [{ timeout: "5s" }, 'timeout.attempt must be a number of milliseconds above 0; received "5s"'],
  [{ timeout: { page: 1 } }, 'option timeout: unknown option "page"'],
])("a call refuses %j", async (init, message) => {
  const client = createClient<paths>(api, { fetch: async () => Response.json({ records: [] }) });
  await expect(client.GET("/v1/Usage", init)).rejects.toThrow(message);
  expect(() => client.paginate("/v1/Usage", init)).toThrow(message);
});

it("options that are undefined mean the default", () => {
  expect(create({ retry: undefined, hooks: undefined, timeout: undefined, retries: undefined })).toThrow(
    "retries",
  );
  expect(create({ retry: undefined, hooks: { end: undefined }, timeout: undefined })).not.toThrow();
});

it("a factory of its own can check its names together with those of the client", () => {
  const check = (options: object) => () =>
    checkOptionNames("createFleet", options, ["apiKey"], ["authorize"]);
  expect(check({ apiKey: "k", retry: false })).not.toThrow();
  expect(check({ apikey: "k" })).toThrow(
    'createFleet: unknown option "apikey"; did you mean "apiKey"? valid options are apiKey, baseUrl, ',
  );
  expect(check({ authorize: () => {} })).toThrow('createFleet: unknown option "authorize"');
});
