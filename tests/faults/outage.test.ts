import { type Emulator, startEmulator } from "@usagewire/emulator";
import { createTwilioSuperSim, ServerError, type TwilioSuperSim } from "@usagewire/twilio";
import { describe, expect, it } from "vitest";

const CALLS = 200;
const unavailable = { kind: "answer", status: 503 } as const;
const retry = { minDelay: 1, maxDelay: 5 };

const clientOf = (
  { credentials, supersim }: Emulator,
  options: { retry?: false | typeof retry } = { retry },
) => createTwilioSuperSim({ ...credentials.twilio, baseUrl: supersim.url, ...options });

/** Makes calls, `concurrency` at a time, and returns how many failed. */
async function makeCalls(client: TwilioSuperSim, calls: number, concurrency: number): Promise<number> {
  let left = calls;
  let failed = 0;
  const worker = async () => {
    while (left-- > 0) {
      const { error, response } = await client.GET("/v1/UsageRecords");
      if (error === undefined) continue;
      expect(response.status).toBe(503);
      failed += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return failed;
}

describe("while every response is a 503", () => {
  it.each([1, 20, CALLS])(
    "a client sends at most 1.2 requests per call, with %i calls at once",
    async (concurrency) => {
      await using emulator = await startEmulator();
      emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
      expect(await makeCalls(clientOf(emulator), CALLS, concurrency)).toBe(CALLS);
      expect(emulator.supersim.requests.length / CALLS).toBeLessThanOrEqual(1.2);
    },
  );

  it("a pager sends at most 1.2 requests per page", async () => {
    await using emulator = await startEmulator();
    emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
    const client = clientOf(emulator);
    for (let walk = 0; walk < CALLS; walk += 1) {
      const error = await client
        .paginate("/v1/UsageRecords")
        .toArray()
        .catch((reason) => reason);
      expect(ServerError.find(error)?.status).toBe(503);
    }
    expect(emulator.supersim.requests.length / CALLS).toBeLessThanOrEqual(1.2);
  });

  it("a client without retries sends one request per call", async () => {
    await using emulator = await startEmulator();
    emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
    await makeCalls(clientOf(emulator, { retry: false }), CALLS, 20);
    expect(emulator.supersim.requests).toHaveLength(CALLS);
  });

  it("a client retries again after the outage", async () => {
    await using emulator = await startEmulator();
    const client = clientOf(emulator);
    emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
    await makeCalls(client, CALLS, 20);
    emulator.supersim.faults.clear();
    expect(await makeCalls(client, CALLS, 20)).toBe(0);
    const fault = emulator.supersim.faults.add(unavailable);
    expect(await makeCalls(client, 1, 1)).toBe(0);
    expect(fault.hits).toBe(1);
  });
});

describe("while 30 % of the responses are 503", () => {
  it.each([1, 20])("calls, %i at once, fail only if all retries fail", async (concurrency) => {
    await using emulator = await startEmulator();
    const calls = 1000;
    const fault = emulator.supersim.faults.add(unavailable, { probability: 0.3 });
    const failed = await makeCalls(clientOf(emulator), calls, concurrency);
    expect(fault.hits).toBeGreaterThan(0.3 * calls);
    // With two retries, 0.3³ of the calls fail: 27, with a standard deviation of 5.
    expect(failed).toBeLessThan(27 + 4 * 5);
  });

  it("with 9 retries almost every call succeeds", async () => {
    await using emulator = await startEmulator();
    emulator.supersim.faults.add(unavailable, { probability: 0.3 });
    const { credentials, supersim } = emulator;
    const client = createTwilioSuperSim({
      ...credentials.twilio,
      baseUrl: supersim.url,
      retry: { ...retry, maxRetries: 9 },
    });
    // 0.3¹⁰ of the calls is less than one, but several failures in a row may use up the retry budget.
    expect(await makeCalls(client, 500, 10)).toBeLessThanOrEqual(5);
  });
});
