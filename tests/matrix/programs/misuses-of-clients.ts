// Each is one mistake. The comment at the end of its last line names the errors of which the compiler must report one.
import { createClient } from "@usagewire/client";
import { createOnomondo, type OnomondoUsageRecord } from "@usagewire/onomondo";
import { createPager, cutWindows } from "@usagewire/pagination";
import { record, replay } from "@usagewire/replay";
import {
  ApiError,
  createTwilioSuperSim,
  createTwilioUsage,
  type superSimApi,
  unwrap,
} from "@usagewire/twilio";

const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
const usage = createTwilioUsage({ accountSid: "AC1", authToken: "t" });
const onomondo = createOnomondo({ apiKey: "k" });
const yearly = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json";
const allTime = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/AllTime.json";
const window = { from: "2025-01-01", to: "2025-02-01" };
const fetchPage = async () => ({ body: { rows: [] } });
const linked = { style: "next-link", items: "/rows", next: "$response.body#/next" } as const;
const cut = { start: "a", end: "b", bounds: "[)", format: "date", order: "ascending", step: "day" } as const;

// a misspelt path
supersim.GET("/v1/UsageRecord"); // error TS2345
// a misspelt path of a list
usage.paginate("/2010-04-01/Accounts/{AccountSid}/Usage/Records/Weekly.json"); // error TS2345
// the name of the type of the table as a path
supersim.GET("x-api"); // error TS2345
// a method that the path does not have
supersim.POST("/v1/UsageRecords"); // error TS2345
// a misspelt parameter
supersim.GET("/v1/UsageRecords", { params: { query: { Granularty: "day" } } }); // error TS2561
// a misspelt parameter of a list
supersim.paginate("/v1/UsageRecords", { params: { query: { Granularty: "day" } } }); // error TS2561
// a name that is sent, but is not a parameter
onomondo.paginate("/usage", { params: { query: { "filter[]": ["time:2025-06"] } } }); // error TS2353
// a query in place of params
supersim.paginate("/v1/UsageRecords", { query: { Granularity: "day" } }); // error TS2353
// a value that is not in the enumeration
supersim.paginate("/v1/UsageRecords", { params: { query: { Granularity: "week" } } }); // error TS2322
// text for a number
supersim.GET("/v1/UsageRecords", { params: { query: { PageSize: "50" } } }); // error TS2322
// a Date for a parameter that is not a date
supersim.GET("/v1/UsageRecords", { params: { query: { Sim: new Date() } } }); // error TS2322
// a required parameter is missing
onomondo.paginate("/usage/{sim_id}"); // error TS2554
// a required parameter is missing in path
onomondo.GET("/usage/{sim_id}", { params: { path: {} } }); // error TS2741
// the account of a client that has only a token
createTwilioUsage({ token: "t" }).paginate(yearly); // error TS2554
// a path parameter where there is none
supersim.GET("/v1/UsageRecords", { params: { path: { AccountSid: "AC1" } } }); // error TS2353
// a body for a GET
supersim.GET("/v1/UsageRecords", { body: {} }); // error TS2322
// paginate on an operation that is not a list
onomondo.paginate("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } }); // error TS2345
// a misspelt option of paginate
supersim.paginate("/v1/UsageRecords", { limits: 5 }); // error TS2561
// the limit as text
supersim.paginate("/v1/UsageRecords", { limit: "5" }); // error TS2322
// null for no limit
supersim.paginate("/v1/UsageRecords", { limit: null }); // error TS2322
// the pager in place of its cursor
supersim.paginate("/v1/UsageRecords", { cursor: supersim.paginate("/v1/UsageRecords") }); // error TS2322
// two pages ahead
supersim.paginate("/v1/UsageRecords", { prefetch: 2 }); // error TS2322
// an unknown value of onRepeat
supersim.paginate("/v1/UsageRecords", { onRepeat: "continue" }); // error TS2322
// concurrency without a window
supersim.paginate("/v1/UsageRecords", { concurrency: 4 }); // error TS2345
// a window for a list that cannot be cut
usage.paginate(allTime, { window }); // error TS2353
// windows of a list that has none
usage.windows(allTime, { window }); // error TS2345
// windows without a window
supersim.windows("/v1/UsageRecords", {}); // error TS2345
// an unknown unit of windows
supersim.windows("/v1/UsageRecords", { window: { ...window, by: "fortnight" } }); // error TS2322
// a record field of the wrong type
for await (const { data_total } of supersim.paginate("/v1/UsageRecords")) data_total.toFixed(); // error TS18047
// an unknown record field
for await (const item of onomondo.paginate("/usage")) console.log(item.byte); // error TS2551
// arithmetic with a price, which is text
for await (const { price } of usage.paginate(yearly)) console.log(price * 2); // error TS2362
// a record of another provider
const records: OnomondoUsageRecord[] = await usage.paginate(yearly).toArray(); // error TS2322
// data without a look at error
console.log(records, (await supersim.GET("/v1/UsageRecords")).data.usage_records); // error TS2532
// a member that the unwrapped data does not have
console.log((await unwrap(supersim.GET("/v1/UsageRecords"))).usage_record); // error TS2551
// a loop over the pager that is not asynchronous
for (const item of supersim.paginate("/v1/UsageRecords")) console.log(item); // error TS2488
// an unknown option of the client
createTwilioSuperSim({ accountSid: "AC1", authToken: "t", maxRetries: 3 }); // error TS2353
// an unknown option of retry
createTwilioSuperSim({ accountSid: "AC1", authToken: "t", retry: { retries: 3 } }); // error TS2353
// the timeout as text
createOnomondo({ apiKey: "k", timeout: "5s" }); // error TS2322
// an unknown hook
createOnomondo({ apiKey: "k", hooks: { finish: () => {} } }); // error TS2353
// an option of the client in a call
supersim.GET("/v1/UsageRecords", { maxConcurrency: 1 }); // error TS2353
// the defaults, which belong to the provider's package
createTwilioUsage({ accountSid: "AC1", authToken: "t", defaults: { accountSid: "AC2" } }); // error TS2769
// a token and an auth token
createTwilioSuperSim({ token: "t", authToken: "t" }); // error TS2322
// a token and an API key
createTwilioUsage({ token: "t", apiKey: "SK1", apiKeySecret: "s" }); // error TS2769
// credentials of another provider
createOnomondo({ authToken: "t" }); // error TS2353
// a fetch that takes no Request
createOnomondo({ apiKey: "k", fetch: async (url: string) => new Response(url) }); // error TS2322
// the operation table of another API
createClient<{ "/sims": { get: object } }, typeof superSimApi>({ operations: {} }); // error TS2322 TS2741
// the status of an error that may be missing
console.log(ApiError.find(new Error("failed")).status); // error TS2532
// a scheme without a field that its style requires
createPager({ scheme: { style: "offset", items: "/rows" }, fetchPage }); // error TS2322
// an unknown paging style
createPager({ scheme: { style: "cursor", items: "/rows" }, fetchPage }); // error TS2322
// concurrency for a list of links
createPager({ scheme: linked, fetchPage, concurrency: 4 }); // error TS2345
// a page without a body
createPager({ scheme: linked, fetchPage: async () => ({ data: [] }) }); // error TS2322
// a window that has no end
cutWindows(cut, { from: "2025-01-01" }, { query: {} }); // error TS2345 TS2741
// a number in place of a recording
replay(5); // error TS2345
// an unknown option of replay
replay("{}", { ignoreQueries: [] }); // error TS2561
// a secret in place of a list of secrets
record(undefined, { secrets: "secret" }); // error TS2322
// a number in place of a request
replay("{}")(5); // error TS2345
