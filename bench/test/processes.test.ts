import { expect, it } from "vitest";
import { alternate } from "../src/processes/alternate.ts";
import { createTally } from "../src/processes/tally.ts";
import { measureMemory } from "../src/rows/measure-memory.ts";
import { withServer } from "../src/server/with-server.ts";

const drain = { path: "drain/hand-written.ts" };

it("gives every subject as many rounds as asked for, and counts its records", async () => {
  await withServer({ records: 20 }, async ({ origin, takeRequests }) => {
    const task = { origin, pageSize: 10 };
    const contestants = [
      { ...drain, subject: "one", task },
      { ...drain, subject: "two", task },
    ];
    const rounds = await alternate(contestants, { rounds: 3 });
    expect(rounds.map(({ subject, outcomes }) => [subject, outcomes.length])).toEqual([
      ["one", 3],
      ["two", 3],
    ]);
    for (const { count, wall, cpu } of rounds.flatMap(({ outcomes }) => outcomes)) {
      expect(count).toBe(20);
      expect(Math.min(wall, cpu)).toBeGreaterThan(0);
    }
    expect(await takeRequests()).toBe(2 * (1 + 3) * 2);
  });
});

it("goes on in a new process after as many rounds as asked for, which is warmed up as well", async () => {
  await withServer({ records: 10 }, async ({ origin, takeRequests }) => {
    const contestants = [{ ...drain, subject: "one", task: { origin, pageSize: 10 } }];
    const [one] = await alternate(contestants, { rounds: 5, roundsPerProcess: 2 });
    expect(one?.outcomes).toHaveLength(5);
    expect(await takeRequests()).toBe(3 + 5);
  });
});

it("gives no figures where two subjects come to different records", async () => {
  await withServer({ records: 20 }, async ({ origin }) => {
    const path = "small-calls/bare-fetch.ts";
    const contestants = [2, 4].map((calls) => ({
      path,
      subject: `${calls} calls`,
      task: { origin, calls, atOnce: 1 },
    }));
    await expect(alternate(contestants, { rounds: 1 })).rejects.toThrow(
      /^4 calls came to 4 records.*2 calls to 2/,
    );
  });
});

it("tells what a subject failed with", async () => {
  const refused = { ...drain, subject: "nobody listens", task: { origin: "http://127.0.0.1:1" } };
  await expect(alternate([refused], { rounds: 1 })).rejects.toThrow("fetch failed");
});

it("tells walks apart whose records come in another order", () => {
  const totalOf = (...records: number[]) => {
    const tally = createTally();
    for (const bytes of records) tally.add(bytes);
    return tally.total();
  };
  expect(totalOf(1, 2, 3)).toEqual(totalOf(1, 2, 3));
  expect(totalOf(1, 2, 3)).not.toEqual(totalOf(1, 3, 2));
});

it("measures the memory of the subject's own process, whatever this one holds", async () => {
  const ballast = Buffer.alloc(400e6, 1);
  await withServer({ records: 2000 }, async ({ origin }) => {
    const run = { path: "drain/usagewire-records.ts", task: { origin, pageSize: 1000 }, records: 2000 };
    const resident = await measureMemory(run);
    const live = await measureMemory({ ...run, samples: 2 });
    expect(resident).toBeLessThan(ballast.length);
    expect(live).toBeLessThan(resident);
    expect(live).toBeGreaterThan(1e6);
  });
});
