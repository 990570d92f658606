import { assertType, describe, expectTypeOf, it } from "vitest";
import { type CallEvent, createClient, type UnreadableErrorBody, unwrap } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { components, paths } from "./fleet-api/schema.ts";

type UsageRecord = components["schemas"]["UsageRecord"];

const client = createClient<paths>(api);

describe("a call", () => {
  it("answers with exactly the documented types", async () => {
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

  it("takes no path that the API lacks, and no method that the path lacks", () => {
    // @ts-expect-error no such path
    client.GET("/v1/Usages");
    // @ts-expect-error the operation table is not a path
    client.GET("x-api");
    // @ts-expect-error the path has no PUT
    client.PUT("/v1/Usage");
  });

  it("refuses a misspelt name at every level", () => {
    // @ts-expect-error in the query
    client.GET("/v1/Usage", { params: { query: { PageSize: 1, Grup: "sim" } } });
    // @ts-expect-error in params
    client.GET("/v1/Usage", { params: { qwery: {} } });
    // @ts-expect-error beside params
    client.GET("/v1/Usage", { parms: {} });
    // @ts-expect-error an operation without path parameters takes none
    client.GET("/v1/Usage", { params: { path: { Sim: "1" } } });
  });

  it("refuses a wrong value at every level", () => {
    // @ts-expect-error a closed enum
    client.GET("/v1/Usage", { params: { query: { Granularity: "week" } } });
    // @ts-expect-error a number is wanted
    client.GET("/v1/Usage", { params: { query: { PageSize: "1" } } });
    // @ts-expect-error an object is wanted
    client.GET("/v1/Usage", { params: { query: "Granularity=day" } });
    // @ts-expect-error a Date where no date is documented
    client.GET("/v1/Usage", { params: { query: { Group: new Date() } } });
  });

  it("leaves open enums open, with the known values offered", () => {
    client.GET("/v1/Usage", { params: { query: { Group: "sim" } } });
    client.GET("/v1/Usage", { params: { query: { Group: "network" } } });
  });

  it("takes a Date for dates, and undefined for what is optional", () => {
    client.GET("/v1/Usage", { params: { query: { StartTime: new Date(), StartDate: new Date() } } });
    client.GET("/v1/Usage", { params: { query: { StartTime: "2025-01-01T00:00:00Z", Group: undefined } } });
  });

  it("wants the path parameters that nothing else fills", () => {
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json", {
      params: { path: { AccountSid: "AC1", Day: new Date() } },
    });
    // @ts-expect-error Day is missing
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: {} } });
    // @ts-expect-error so is everything
    client.GET("/accounts/{AccountSid}/Usage/{Day}.json");

    const bare = createClient<paths, typeof api, never>(api);
    // @ts-expect-error this client fills nothing
    bare.GET("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
  });

  it("wants the documented body", () => {
    client.POST("/v1/Usage", { body: { bytes: 1 } });
    // @ts-expect-error the body is required
    client.POST("/v1/Usage");
    // @ts-expect-error a wrong value in it
    client.POST("/v1/Usage", { body: { bytes: "1" } });
    // @ts-expect-error a GET has none
    client.GET("/v1/Usage", { body: {} });
  });
});

describe("paginate", () => {
  it("types the records by the spec's pointer", async () => {
    for await (const record of client.paginate("/v1/Usage", { limit: 5 })) {
      expectTypeOf(record).toEqualTypeOf<UsageRecord>();
    }
    for await (const page of client.paginate("/v1/Usage").pages()) {
      expectTypeOf(page.items).toEqualTypeOf<readonly UsageRecord[]>();
      expectTypeOf(page.body).toEqualTypeOf<{ records: UsageRecord[]; next?: string | null }>();
    }
    assertType<Promise<UsageRecord[]>>(client.paginate("/v1/Usage").toArray());
  });

  it("refuses what is not paged, not spelt so, or of another type", () => {
    // @ts-expect-error one object, not a list
    client.paginate("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
    // @ts-expect-error a misspelt parameter
    client.paginate("/v1/Usage", { params: { query: { Grup: "sim" } } });
    // @ts-expect-error a wrong value
    client.paginate("/v1/Usage", { params: { query: { Granularity: "week" } } });
    // @ts-expect-error a misspelt option
    client.paginate("/v1/Usage", { limits: 5 });
    // @ts-expect-error a wrong option
    client.paginate("/v1/Usage", { limit: "5" });
    // @ts-expect-error a wrong prefetch
    client.paginate("/v1/Usage", { prefetch: 2 });
  });
});

describe("options of a list", () => {
  it("allow windows where the spec has them, and several pages at once only with windows", () => {
    const window = { from: "2025-01-01", to: new Date("2025-02-01"), by: "day" } as const;
    client.paginate("/v1/Usage", { window, concurrency: 8 });
    client.paginate("/v1/Usage", { window });
    // @ts-expect-error the next page of a list that is not cut is known only from the page before it
    client.paginate("/v1/Usage", { concurrency: 8 });
    // @ts-expect-error a unit that does not exist
    client.paginate("/v1/Usage", { window: { ...window, by: "fortnight" } });
    // @ts-expect-error this list cannot be cut
    client.paginate("/v1/Plain", { window });
    client.paginate("/v1/Plain", { concurrency: 1 });
  });

  it("give windows that paginate takes", () => {
    for (const { path, params } of client.windows("/v1/Usage", {
      window: { from: "2025-01-01", to: "2025-02-01" },
    })) {
      expectTypeOf(path).toEqualTypeOf<"/v1/Usage">();
      client.paginate(path, { params });
    }
    // @ts-expect-error this list cannot be cut
    client.windows("/v1/Plain", { window: { from: "2025-01-01", to: "2025-02-01" } });
    // @ts-expect-error from when to when?
    client.windows("/v1/Usage", {});
  });
});

describe("options of the wire", () => {
  it("are for the client, and those of a call for the call", () => {
    createClient<paths>(api, { retry: { maxRetries: 5, budget: { capacity: 50 } }, timeout: { total: 1 } });
    createClient<paths>(api, { retry: false, timeout: 5, maxConcurrency: 4, allowHttp: true });
    client.GET("/v1/Usage", { retry: false, timeout: 5 });
    client.paginate("/v1/Usage", { retry: { minDelay: 1 }, timeout: { attempt: 1, total: 2 } });
    // @ts-expect-error a misspelt one
    createClient<paths>(api, { retry: { retries: 5 } });
    // @ts-expect-error true is no number of retries
    createClient<paths>(api, { retry: true });
    // @ts-expect-error the budget is the client's
    client.GET("/v1/Usage", { retry: { budget: false } });
    // @ts-expect-error so is the concurrency of its requests
    client.GET("/v1/Usage", { maxConcurrency: 1 });
    // @ts-expect-error a misspelt one
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
  it("refuses an operation table that belongs to other paths", () => {
    // @ts-expect-error operations are missing
    createClient<paths>({ baseUrl: "https://x.example.com", operations: {} });
  });
});
