// Uses the clients of the providers, as an application does.
import {
  createOnomondo,
  type Onomondo,
  type OnomondoPaths,
  type OnomondoUsageRecord,
} from "@usagewire/onomondo";
import {
  ApiError,
  type AttemptEvent,
  AuthenticationError,
  type basic,
  type ClientOptions,
  ConnectionError,
  createTwilioSuperSim,
  createTwilioUsage,
  type Fetch,
  type Middleware,
  PaginationError,
  RateLimitError,
  type Result,
  type SuperSimUsageRecord,
  TimeoutError,
  type TwilioOptions,
  type TwilioSuperSim,
  type UsageRecord,
  unwrap,
} from "@usagewire/twilio";

const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
const usage = createTwilioUsage({ apiKey: "SK1", apiKeySecret: "s", accountSid: "AC1" });
const onomondo = createOnomondo({ apiKey: "k" });
const daily = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";

assert<Same<typeof supersim, TwilioSuperSim>>();
assert<Same<typeof onomondo, Onomondo>>();
refute<IsAny<TwilioSuperSim>>();
refute<IsAny<Onomondo>>();
refute<IsAny<Fetch>>();
refute<IsAny<ClientOptions["hooks"]>>();

export async function walkLists(): Promise<number> {
  let bytes = 0;
  const walk = supersim.paginate("/v1/UsageRecords", {
    params: { query: { Granularity: "day", Group: "sim", StartTime: new Date("2025-06-01") } },
    limit: 300,
    prefetch: 0,
    onRepeat: "stop",
    onProgress: ({ pages, cursor }) => {
      assert<Same<typeof pages, number>>();
      assert<Same<typeof cursor, string>>();
    },
    signal: new AbortController().signal,
    retry: { maxRetries: 1 },
    timeout: { attempt: 1_000, total: 2_000 },
  });
  for await (const record of walk) {
    assert<Same<typeof record, SuperSimUsageRecord>>();
    assert<Same<typeof record.data_total, number | null>>();
    bytes += record.data_total ?? 0;
  }
  const resumed = supersim.paginate("/v1/UsageRecords", { cursor: walk.cursor });
  for await (const page of resumed.pages()) {
    assert<Same<typeof page.items, readonly SuperSimUsageRecord[]>>();
    assert<Same<typeof page.body.usage_records, SuperSimUsageRecord[]>>();
    assert<Same<typeof page.response, Response | undefined>>();
  }
  const records = await usage.paginate(daily, { params: { query: { Category: "sms" } } }).toArray();
  assert<Same<typeof records, UsageRecord[]>>();
  const [filtered] = await onomondo
    .paginate("/usage", { params: { query: { filter: ["time:2025-06"] } } })
    .toArray();
  assert<Same<NonNullable<typeof filtered>, OnomondoUsageRecord>>();
  const ofSim = await onomondo
    .paginate("/usage/{sim_id}", { params: { path: { sim_id: "000000001" } } })
    .toArray();
  refute<IsAny<(typeof ofSim)[number]>>();
  return bytes + records.length;
}

export async function cutIntoWindows(): Promise<void> {
  const window = { from: "2025-01-01", to: new Date("2025-02-01"), by: "day" } as const;
  const query = { Granularity: "hour" } as const;
  for (const job of supersim.windows("/v1/UsageRecords", { window, params: { query } })) {
    assert<Same<typeof job.path, "/v1/UsageRecords">>();
    refute<IsAny<typeof job.params>>();
    await supersim.paginate(job.path, { params: job.params }).toArray();
  }
  await supersim.paginate("/v1/UsageRecords", { window, concurrency: 4, params: { query } }).toArray();
}

export async function getOnePage(): Promise<string> {
  const result = await supersim.GET("/v1/UsageRecords", { headers: { "x-request": "1" }, retry: false });
  assert<Same<typeof result.response, Response>>();
  if (result.error === undefined) {
    assert<Same<typeof result.data.usage_records, SuperSimUsageRecord[]>>();
  } else {
    assert<Same<typeof result.data, undefined>>();
    refute<IsAny<typeof result.error>>();
  }
  const { usage_records } = await unwrap(supersim.GET("/v1/UsageRecords"));
  assert<Same<typeof usage_records, SuperSimUsageRecord[]>>();
  const total = await onomondo.GET("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } });
  assert<Same<typeof total, Result<OnomondoPaths["/usage/tag-total/{tag_id}"]["get"]>>>();
  const { data, error } = await usage.GET(daily);
  return error === undefined
    ? data.usage_records.length.toString()
    : "unreadable" in error
      ? error.text
      : String(error.status);
}

export function explain(error: unknown): string {
  if (PaginationError.is(error)) {
    assert<Same<typeof error, PaginationError>>();
    assert<Same<typeof error.pagesFetched, number>>();
    return error.reason;
  }
  if (AuthenticationError.is(error)) return `status ${error.status} for ${error.method} ${error.url}`;
  if (RateLimitError.is(error)) return `again in ${error.retryAfter ?? 0} seconds`;
  if (TimeoutError.is(error)) return `${error.scope}: ${error.timeout} ms`;
  const apiError = ApiError.find(error);
  assert<Same<typeof apiError, ApiError | undefined>>();
  return apiError?.requestId ?? ConnectionError.find(error)?.message ?? "";
}

const signRequests: Middleware = (next) => (request) => {
  request.headers.set("x-signature", "s");
  return next(request);
};
const options: TwilioOptions = {
  fetch: signRequests(async (request) => new Response(request.url)),
  baseUrl: "https://twilio.example.com",
  maxConcurrency: 4,
  retry: { maxRetries: 3, budget: { capacity: 10 } },
  timeout: 5_000,
  hooks: {
    start: ({ operation, headers }) => {
      assert<Same<typeof operation, string>>();
      assert<Same<typeof headers, Readonly<Record<string, string>>>>();
    },
    attempt: (event) => assert<Same<typeof event, AttemptEvent>>(),
    retry: ({ delay }) => assert<Same<typeof delay, number>>(),
    end: async ({ status }) => assert<Same<typeof status, number | undefined>>(),
  },
};
createTwilioUsage({ ...options, token: async () => ({ token: "t", expiresAt: new Date() }) });
refute<IsAny<ReturnType<typeof basic>>>();
