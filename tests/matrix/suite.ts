// What every runtime must do. Has no imports at run time, so that each host loads the packages its own way and passes
// them in. The emulator's faults that it expects are in emulator.ts.

/** The packages under test. */
export interface Packages {
  readonly twilio: typeof import("@usagewire/twilio");
  readonly onomondo: typeof import("@usagewire/onomondo");
  readonly pagination: typeof import("@usagewire/pagination");
  readonly replay: typeof import("@usagewire/replay");
}

/** Where the emulated providers are, as JSON. */
export interface Target {
  readonly supersim: string;
  readonly usage: string;
  readonly onomondo: string;
  readonly twilio: { readonly accountSid: string; readonly authToken: string };
  readonly apiKey: string;
}

/** The result of a case: `error` is missing if it passed. */
export interface Outcome {
  readonly name: string;
  readonly error?: string;
}

/** Clients with default options. A worker may keep them between requests. */
export const createClients = ({ twilio, onomondo }: Packages, target: Target) => ({
  supersim: twilio.createTwilioSuperSim({ ...target.twilio, baseUrl: target.supersim }),
  usage: twilio.createTwilioUsage({ ...target.twilio, baseUrl: target.usage }),
  onomondo: onomondo.createOnomondo({ apiKey: target.apiKey, baseUrl: target.onomondo }),
});

type Clients = ReturnType<typeof createClients>;

type Case = (packages: Packages, target: Target, clients: Clients) => Promise<void>;

const resource = (name: string) =>
  `/2010-04-01/Accounts/{AccountSid}/Usage/Records/${name}.json` as "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";

const hourly = { params: { query: { Granularity: "hour" } } } as const;

const cases: Record<string, Case> = {
  "walks the lists of three APIs": async (_, __, { supersim, usage, onomondo }) => {
    const lists = await Promise.all([
      supersim.paginate("/v1/UsageRecords", { ...hourly, limit: 450 }).toArray(),
      usage.paginate(resource("Daily"), { limit: 250 }).toArray(),
      onomondo.paginate("/usage", { limit: 600 }).toArray(),
    ]);
    equal(
      lists.map((records) => records.length),
      [450, 250, 600],
    );
  },

  "resumes in the middle of a page": async (_, __, { supersim }) => {
    const whole = await supersim.paginate("/v1/UsageRecords", { ...hourly, limit: 220 }).toArray();
    const first = supersim.paginate("/v1/UsageRecords", { ...hourly, limit: 120 });
    const records = await first.toArray();
    if (first.cursor === undefined) throw new Error("no cursor after 120 records");
    const rest = { ...hourly, cursor: first.cursor, limit: 100 };
    for await (const record of supersim.paginate("/v1/UsageRecords", rest)) records.push(record);
    equal(records, whole);
  },

  "ends a walk with the reason of an aborted signal": async (_, __, { supersim, usage }) => {
    const controller = new AbortController();
    // The emulator never responds to this request; only the signal can end it.
    const failure = failureOf(usage.paginate(resource("Yearly"), { signal: controller.signal }).toArray());
    await supersim.GET("/v1/UsageRecords");
    const reason = new Error("the user left");
    controller.abort(reason);
    const error = await failure;
    if (!chain(error).includes(reason)) throw error;
  },

  "throws an ApiError with the provider's code": async ({ twilio }, _, { supersim }) => {
    // JavaScript callers have no types to stop them.
    const wrong = { params: { query: { Granularity: "week" as "day" } } };
    const result = await supersim.GET("/v1/UsageRecords", wrong);
    equal([result.data, result.response.status], [undefined, 400]);
    const error = twilio.ApiError.find(
      await failureOf(supersim.paginate("/v1/UsageRecords", wrong).toArray()),
    );
    equal([error?.status, typeof error?.code], [400, "number"]);
  },

  "throws an AuthenticationError for wrong credentials": async ({ twilio }, target) => {
    const wrong = { ...target.twilio, authToken: "wrong-token" };
    const options = { ...wrong, baseUrl: target.supersim, retry: false, timeout: 10_000 } as const;
    const walk = twilio.createTwilioSuperSim(options).paginate("/v1/UsageRecords").toArray();
    const error = twilio.AuthenticationError.find(await failureOf(walk));
    equal(error?.status, 401);
  },

  "retries a 503": async (_, __, { usage }) => {
    const records = await usage.paginate(resource("Monthly"), { limit: 10 }).toArray();
    equal(records.length, 10);
  },

  "waits as a 429 asks": async (_, __, { usage }) => {
    const records = await usage.paginate(resource("AllTime"), { limit: 10 }).toArray();
    equal(records.length, 10);
  },

  "calls hooks with events that hold no credential": async ({ twilio }, target) => {
    const events: unknown[] = [];
    const seen: string[] = [];
    const note = (name: string) => (event: unknown) => {
      seen.push(name);
      events.push(event);
    };
    const hooks = { start: note("start"), attempt: note("attempt"), retry: note("retry"), end: note("end") };
    let attempts = 0;
    const failFirst = (request: Request) =>
      ++attempts === 1 ? Promise.resolve(new Response(null, { status: 503 })) : fetch(request);
    const options = { ...target.twilio, baseUrl: target.usage, hooks, fetch: failFirst };
    const usage = twilio.createTwilioUsage(options);
    await usage.GET(resource("Today"));
    equal(seen, ["start", "attempt", "retry", "attempt", "end"]);
    if (JSON.stringify(events).includes(target.twilio.authToken))
      throw new Error("an event holds a credential");
  },

  "replays what it recorded": async ({ replay, twilio }, target) => {
    const list = { params: { query: { PageSize: 20 } }, limit: 60 };
    const client = (fetch: ReturnType<typeof replay.record>) =>
      twilio.createTwilioSuperSim({ ...target.twilio, baseUrl: target.supersim, fetch });
    const recording = replay.record();
    const records = await client(recording).paginate("/v1/UsageRecords", list).toArray();
    const har = JSON.stringify(await recording.har());
    if (har.includes(target.twilio.authToken)) throw new Error("the recording holds a credential");
    const replaying = replay.replay(har);
    const again = twilio.createTwilioSuperSim({
      ...target.twilio,
      baseUrl: target.supersim,
      fetch: replaying,
    });
    equal(await again.paginate("/v1/UsageRecords", list).toArray(), records);
    replaying.assertDone();
  },

  "walks a list without a client": async ({ pagination }) => {
    const scheme = { style: "page-number", items: "/rows", param: "page", first: 1 } as const;
    const rows: Record<string, number[]> = { "": [1, 2], "page=2": [3, 4], "page=3": [5] };
    const pager = pagination.createPagerOf<number>(pagination.pageNumber, {
      scheme,
      fetchPage: async ({ query }) => ({ body: { rows: rows[query] ?? [] } }),
    });
    equal(await pager.toArray(), [1, 2, 3, 4, 5]);
  },
};

export const caseNames: readonly string[] = Object.keys(cases);

/** Runs one case. Never rejects, so that a host reports what failed. */
export async function runCase(
  name: string,
  packages: Packages,
  target: Target,
  clients = createClients(packages, target),
): Promise<Outcome> {
  try {
    const run = cases[name];
    if (run === undefined) throw new Error(`no case is named ${name}`);
    await run(packages, target, clients);
    return { name };
  } catch (error) {
    return { name, error: chain(error).map(describe).join("\n  caused by ") };
  }
}

/** Runs every case, one after the other. */
export async function runCases(packages: Packages, target: Target): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const name of caseNames) outcomes.push(await runCase(name, packages, target));
  return outcomes;
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it succeeded");
}

/** An error and its causes. Not by `instanceof`: Jest runs tests in a realm of their own. */
function chain(error: unknown): unknown[] {
  const errors: unknown[] = [];
  for (
    let each = error;
    each !== undefined && !errors.includes(each);
    each = (each as { cause?: unknown })?.cause
  ) {
    errors.push(each);
  }
  return errors;
}

const describe = (error: unknown): string => {
  const { stack, message } = error as { stack?: string; message?: string };
  return stack ?? message ?? String(error);
};

function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b?.slice(0, 300)}; got ${a?.slice(0, 300)}`);
}
