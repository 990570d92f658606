import { join } from "node:path";
import { installedBytes, installedPackages } from "@usagewire/testing/footprint";
import { root } from "@usagewire/testing/workspace";
import { describe, expect, it } from "vitest";
import { superSim, walk } from "./super-sim.ts";

// Bytes after gzip, the parts of openapi-fetch included. The target of the lean client is 10,240; these are today's, rounded
// up, and only go down.
const budget = { full: 18_300, lean: 13_800 };

// How often the installed size fits into that of Twilio's own SDK; this only ever goes up.
const installedShare = 50;

const page = `console.log(await supersim.GET("/v1/UsageRecords"));`;

describe("one client, bundled, minified and gzipped", () => {
  it.each([
    ["@usagewire/twilio", "walks a list", walk, budget.full],
    ["@usagewire/twilio", "asks for one page", page, budget.full],
    ["@usagewire/twilio/lean", "walks a list", walk, budget.lean],
    ["@usagewire/twilio/lean", "asks for one page", page, budget.lean],
  ])("of %s that %s stays within its budget", async (entry, _, statement, bytes) => {
    const { gzipped } = await superSim(entry, statement);
    expect(gzipped).toBeLessThanOrEqual(bytes);
  });
});

it("an installed client takes a small share of what Twilio's own SDK takes", async () => {
  const bench = join(root, "packages/bench");
  const ours = await installedBytes("@usagewire/twilio", bench);
  const theirs = await installedBytes("twilio", bench);
  expect(ours * installedShare).toBeLessThanOrEqual(theirs);
});

it("an installed client brings nobody else's package with it", async () => {
  const names = (await installedPackages("@usagewire/twilio", import.meta.dirname)).map(({ name }) => name);
  expect(names.sort()).toEqual(["@usagewire/client", "@usagewire/pagination", "@usagewire/twilio"]);
});
