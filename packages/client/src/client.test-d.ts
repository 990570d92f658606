import { assertType, describe, expectTypeOf, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { components, paths } from "../test/fleet-api/schema.ts";
import { type CallEvent, createClient, type UnreadableErrorBody, unwrap } from "./index.ts";

type UsageRecord = components["schemas"]["UsageRecord"];

const client = createClient<paths>(api);

describe("a call", () => {
  it("resolves with exactly the documented types", async () => {
    const { data, error } = await client.GET("/v1/Usage", { params: { query: { Granularity: "day" } } });
    if (data !== undefined) {
      expectTypeOf(data).toEqualTypeOf<{ records: UsageRecord[]; next?: string | null }>();
      expectTypeOf(error).toEqualTypeOf<undefined>();
    } else {
      expectTypeOf(error).toEqualTypeOf<components["schemas"]["Failure"] | UnreadableErrorBody>();
    }
    expectTypeOf(unwrap(client.GET("/v1/Usage"))).resolves.toEqualTypeOf<{
      records: UsageRecord[];
      next?: string | null;
    }>();
  });

  it("accepts only paths of the API, and only methods of the path", () => {
    // @ts-expect-error no such path
    client.GET("/v1/Usages");
    // @ts-expect-error the operation table is not a path
    client.GET("x-api");
    // @ts-expect-error the path has no PUT
    client.PUT("/v1/Usage");
  });

  it("rejects a misspelled name at every level", () => {
    // @ts-expect-error in the query
    client.GET("/v1/Usage", { params: { query: { PageSize: 1, Grup: "sim" } } });
    // @ts-expect-error in params
    client.GET("/v1/Usage", { params: { qwery: {} } });
    // @ts-expect-error beside params
    client.GET("/v1/Usage", { parms: {} });
    // @ts-expect-error an operation without path parameters takes none
    client.GET("/v1/Usage", { params: { path: { Sim: "1" } } });
  });

  it("rejects a wrong value at every level", () => {
    // @ts-expect-error a closed enum
    client.GET("/v1/Usage", { params: { query: { Granularity: "week" } } });
    // @ts-expect-error must be a number
    client.GET("/v1/Usage", { params: { query: { PageSize: "1" } } });
    // @ts-expect-error must be an object
    client.GET("/v1/Usage", { params: { query: "Granularity=day" } });
    // @ts-expect-error a Date for a parameter that is not a date
    client.GET("/v1/Usage", { params: { query: { Group: new Date() } } });
  });

  it("accepts any value of an open enum", () => {
    client.GET("/v1/Usage", { params: { query: { Group: "sim" } } });
    client.GET("/v1/Usage", { params: { query: { Group: "network" } } });
  });

  it("accepts a Date for dates, and undefined for optional parameters", () => {
    client.GET("/v1/Usage", { params: { query: { StartTime: new Date(), StartDate: new Date() } } });
    client.GET("/v1/Usage", { params: { query: { StartTime: "2025-01-01T00:00:00Z", Group: undefined } } });
  });

  it("requires the path parameters that the client does not fill", () => {
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json", {
      params: { path: { AccountSid: "AC1", Day: new Date() } },
    });
    // @ts-expect-error Day is missing
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: {} } });
    // @ts-expect-error all of them are missing
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json");

    const bare = createClient<paths, typeof api, never>(api);
    // @ts-expect-error this client fills no parameter
    bare.GET("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
  });

  it("requires the documented body", () => {
    client.POST("/v1/Usage", { body: { bytes: 1 } });
    // @ts-expect-error the body is required
    client.POST("/v1/Usage");
    // @ts-expect-error a wrong value in the body
    client.POST("/v1/Usage", { body: { bytes: "1" } });
    // @ts-expect-error a GET has no body
    client.GET("/v1/Usage", { body: {} });
  });
});

describe("extraQuery", () => {
  it("accepts any name and value, in every method", () => {
    const extraQuery = { Later: "x", Other: [1, true] };
    client.GET("/v1/Usage", { params: { extraQuery, query: { Group: "sim" } } });
    client.POST("/v1/Usage", { body: { bytes: 1 }, params: { extraQuery } });
    client.paginate("/v1/Usage", { params: { extraQuery } });
    client.windows("/v1/Usage", { params: { extraQuery }, window: { from: "2025-01-01", to: "2025-02-01" } });
    // @ts-expect-error must be an object
    client.GET("/v1/Usage", { params: { extraQuery: "Later=x" } });
  });
});

describe("paginate", () => {
  it("has the record type that the spec points to", async () => {
    for await (const record of client.paginate("/v1/Usage", { limit: 5 })) {
      expectTypeOf(record).toEqualTypeOf<UsageRecord>();
    }
    for await (const page of client.paginate("/v1/Usage").pages()) {
      expectTypeOf(page.items).toEqualTypeOf<readonly UsageRecord[]>();
      expectTypeOf(page.body).toEqualTypeOf<{ records: UsageRecord[]; next?: string | null }>();
    }
    assertType<Promise<UsageRecord[]>>(client.paginate("/v1/Usage").toArray());
  });

  it("rejects paths that are not paged, misspelled names and wrong values", () => {
    // @ts-expect-error one object, not a list
    client.paginate("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
    // @ts-expect-error a misspelled parameter
    client.paginate("/v1/Usage", { params: { query: { Grup: "sim" } } });
    // @ts-expect-error a wrong value
    client.paginate("/v1/Usage", { params: { query: { Granularity: "week" } } });
    // @ts-expect-error a misspelled option
    client.paginate("/v1/Usage", { limits: 5 });
    // @ts-expect-error a wrong option
    client.paginate("/v1/Usage", { limit: "5" });
    // @ts-expect-error a wrong prefetch
    client.paginate("/v1/Usage", { prefetch: 2 });
  });
});

describe("options of a list", () => {
  it("allow windows if the spec does, and concurrency only with windows", () => {
    const window = { from: "2025-01-01", to: new Date("2025-02-01"), by: "day" } as const;
    client.paginate("/v1/Usage", { window, concurrency: 8 });
    client.paginate("/v1/Usage", { window });
    // @ts-expect-error each page of a list that is not cut names only the next
    client.paginate("/v1/Usage", { concurrency: 8 });
    // @ts-expect-error an unknown unit
    client.paginate("/v1/Usage", { window: { ...window, by: "fortnight" } });
    // @ts-expect-error this list cannot be cut
    client.paginate("/v1/Plain", { window });
    client.paginate("/v1/Plain", { concurrency: 1 });
  });

  it("produce windows that paginate accepts", () => {
    for (const { path, params } of client.windows("/v1/Usage", {
      window: { from: "2025-01-01", to: "2025-02-01" },
    })) {
      expectTypeOf(path).toEqualTypeOf<"/v1/Usage">();
      client.paginate(path, { params });
    }
    // @ts-expect-error this list cannot be cut
    client.windows("/v1/Plain", { window: { from: "2025-01-01", to: "2025-02-01" } });
    // @ts-expect-error window is required
    client.windows("/v1/Usage", {});
  });
});

describe("options of the middleware", () => {
  it("are accepted by the client, and some of them by a call", () => {
    createClient<paths>(api, { retry: { maxRetries: 5, budget: { capacity: 50 } }, timeout: { total: 1 } });
    createClient<paths>(api, { retry: false, timeout: 5, maxConcurrency: 4, allowHttp: true });
    client.GET("/v1/Usage", { retry: false, timeout: 5 });
    client.paginate("/v1/Usage", { retry: { minDelay: 1 }, timeout: { attempt: 1, total: 2 } });
    // @ts-expect-error a misspelled one
    createClient<paths>(api, { retry: { retries: 5 } });
    // @ts-expect-error true is not accepted
    createClient<paths>(api, { retry: true });
    // @ts-expect-error the budget belongs to the client
    client.GET("/v1/Usage", { retry: { budget: false } });
    // @ts-expect-error so does the concurrency
    client.GET("/v1/Usage", { maxConcurrency: 1 });
    // @ts-expect-error a misspelled one
    client.paginate("/v1/Usage", { timeout: { page: 1 } });
  });

  it("type the events of hooks", () => {
    createClient<paths>(api, {
      hooks: {
        start: (event) => expectTypeOf(event).toEqualTypeOf<CallEvent>(),
        attempt: ({ operation, attempt, status }) => {
          expectTypeOf(operation).toEqualTypeOf<string>();
          expectTypeOf(attempt).toEqualTypeOf<number>();
          expectTypeOf(status).toEqualTypeOf<number | undefined>();
        },
        // @ts-expect-error no such hook
        finish: () => {},
      },
    });
  });
});

describe("createClient", () => {
  it("rejects the operation table of other paths", () => {
    // @ts-expect-error operations are missing
    createClient<paths>({ baseUrl: "https://x.example.com", operations: {} });
  });
});
