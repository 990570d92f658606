import { expect, it } from "vitest";
import { withServer } from "../server/server.ts";
import { measureMemory } from "./memory.ts";

it("measures the memory of the subject's process, not of this one", async () => {
  const ballast = Buffer.alloc(400e6, 1);
  await withServer({ records: 2000 }, async ({ origin }) => {
    const run = { run: "usagewire/drainRecords", task: { origin, pageSize: 1000 }, records: 2000 };
    const resident = await measureMemory(run);
    const heap = await measureMemory({ ...run, heapSamples: 2 });
    expect(resident).toBeLessThan(ballast.length);
    expect(heap).toBeLessThan(resident);
    expect(heap).toBeGreaterThan(1e6);
  });
});
