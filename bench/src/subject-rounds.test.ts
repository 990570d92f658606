import { expect, it } from "vitest";
import { withServer } from "./server/server.ts";
import { createRecordSummary } from "./subject-process.ts";
import { runSubjects } from "./subject-rounds.ts";

const drain = { run: "hand-written/drain" };

it("runs as many rounds of each subject as requested, after a warm-up, and counts the records", async () => {
  await withServer({ records: 20 }, async ({ origin, takeRequests }) => {
    const task = { origin, pageSize: 10 };
    const subjects = [
      { ...drain, subject: "one", task },
      { ...drain, subject: "two", task },
    ];
    const results = await runSubjects(subjects, { rounds: 3 });
    expect(results.map(({ subject, outcomes }) => [subject, outcomes.length])).toEqual([
      ["one", 3],
      ["two", 3],
    ]);
    for (const { count, wall, cpu } of results.flatMap(({ outcomes }) => outcomes)) {
      expect(count).toBe(20);
      expect(Math.min(wall, cpu)).toBeGreaterThan(0);
    }
    expect(await takeRequests()).toBe(2 * (1 + 3) * 2);
  });
});

it("starts a new process after roundsPerProcess rounds, with a warm-up of its own", async () => {
  await withServer({ records: 10 }, async ({ origin, takeRequests }) => {
    const subjects = [{ ...drain, subject: "one", task: { origin, pageSize: 10 } }];
    const [one] = await runSubjects(subjects, { rounds: 5, roundsPerProcess: 2 });
    expect(one?.outcomes).toHaveLength(5);
    expect(await takeRequests()).toBe(3 + 5);
  });
});

it("rejects if two subjects read different records", async () => {
  await withServer({ records: 20 }, async ({ origin }) => {
    const subjects = [2, 4].map((calls) => ({
      run: "hand-written/callRepeatedly",
      subject: `${calls} calls`,
      task: { origin, calls, concurrency: 1 },
    }));
    await expect(runSubjects(subjects, { rounds: 1 })).rejects.toThrow(
      /^2 calls read 2 records with checksum -?\d+, but 4 calls read 4 records/,
    );
  });
});

it("rejects with the error of a subject", async () => {
  const refused = { ...drain, subject: "refused", task: { origin: "http://127.0.0.1:1" } };
  await expect(runSubjects([refused], { rounds: 1 })).rejects.toThrow("fetch failed");
});

it("rejects with the signal's reason if it aborts before a round is complete", async () => {
  await withServer({ records: 10, latency: 60_000 }, async ({ origin, takeRequests }) => {
    const controller = new AbortController();
    const subjects = [{ ...drain, subject: "one", task: { origin, pageSize: 10 } }];
    const rounds = runSubjects(subjects, { rounds: 1, signal: controller.signal });
    rounds.catch(() => {}); // it is awaited below
    await expect.poll(takeRequests, { timeout: 30_000 }).toBe(1);
    controller.abort(new Error("time is up"));
    await expect(rounds).rejects.toThrow("time is up");
  });
});

it("distinguishes lists with the same records in another order", () => {
  const summarize = (...records: number[]) => {
    const summary = createRecordSummary();
    for (const bytes of records) summary.add(bytes);
    return summary.read();
  };
  expect(summarize(1, 2, 3)).toEqual(summarize(1, 2, 3));
  expect(summarize(1, 2, 3)).not.toEqual(summarize(1, 3, 2));
});
