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

/** Makes the calls, `width` at a time, and counts those that got an error for an answer. */
async function call(client: TwilioSuperSim, calls: number, width: number): Promise<number> {
  let left = calls;
  let failed = 0;
  const caller = async () => {
    while (left-- > 0) {
      const { error, response } = await client.GET("/v1/UsageRecords");
      if (error === undefined) continue;
      expect(response.status).toBe(503);
      failed += 1;
    }
  };
  await Promise.all(Array.from({ length: width }, caller));
  return failed;
}

describe("while everything answers 503", () => {
  it.each([1, 20, CALLS])("the calls of a client, %i at once, are hardly multiplied", async (width) => {
    await using emulator = await startEmulator();
    emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
    expect(await call(clientOf(emulator), CALLS, width)).toBe(CALLS);
    expect(emulator.supersim.requests.length / CALLS).toBeLessThanOrEqual(1.2);
  });

  it("pages are hardly multiplied either", async () => {
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

  it("a client that was told not to retry asks once", async () => {
    await using emulator = await startEmulator();
    emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
    await call(clientOf(emulator, { retry: false }), CALLS, 20);
    expect(emulator.supersim.requests).toHaveLength(CALLS);
  });

  it("a client that has lived through it retries again when it is over", async () => {
    await using emulator = await startEmulator();
    const client = clientOf(emulator);
    emulator.supersim.faults.add(unavailable, { times: Number.POSITIVE_INFINITY });
    await call(client, CALLS, 20);
    emulator.supersim.faults.clear();
    expect(await call(client, CALLS, 20)).toBe(0);
    const fault = emulator.supersim.faults.add(unavailable);
    expect(await call(client, 1, 1)).toBe(0);
    expect(fault.hits).toBe(1);
  });
});

describe("while three in ten answers are 503", () => {
  it.each([1, 20])("calls, %i at once, get through as often as the retries allow", async (width) => {
    await using emulator = await startEmulator();
    const calls = 1000;
    const fault = emulator.supersim.faults.add(unavailable, { probability: 0.3 });
    const failed = await call(clientOf(emulator), calls, width);
    expect(fault.hits).toBeGreaterThan(0.3 * calls);
    // Two retries leave 0.3³ of the calls: 27, with a standard deviation of 5.
    expect(failed).toBeLessThan(27 + 4 * 5);
  });

  it("more retries let all but a rare call through", async () => {
    await using emulator = await startEmulator();
    emulator.supersim.faults.add(unavailable, { probability: 0.3 });
    const { credentials, supersim } = emulator;
    const client = createTwilioSuperSim({
      ...credentials.twilio,
      baseUrl: supersim.url,
      retry: { ...retry, maxRetries: 9 },
    });
    // 0.3¹⁰ of the calls would be none; a run of bad luck may also empty the budget for a moment.
    expect(await call(client, 500, 10)).toBeLessThanOrEqual(5);
  });
});
