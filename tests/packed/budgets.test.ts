import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundleProgram, installedBytes, installedPackages } from "../helpers/footprint.ts";
import { root } from "../helpers/workspace.ts";

/** Bytes after gzip. A rise is a decision: record what was added and its bytes in docs/decisions. */
const bundleBudget = 21_200;

/** Bytes on disk of a client and what is installed with it, sources and source maps included. */
const installBudget = 1_500_000;

const superSim = (statement: string) =>
  bundleProgram(
    `import { createTwilioSuperSim } from "@usagewire/twilio"; const supersim = createTwilioSuperSim(); ${statement}`,
    { resolveDir: import.meta.dirname },
  );

const walk = `for await (const record of supersim.paginate("/v1/UsageRecords")) console.log(record);`;
const page = `console.log(await supersim.GET("/v1/UsageRecords"));`;

describe("one client, bundled, minified and gzipped", () => {
  it.each([
    ["walks a list", walk],
    ["requests one page", page],
  ])("that %s stays within its budget", async (_, statement) => {
    const { gzipped } = await superSim(statement);
    expect(gzipped).toBeLessThanOrEqual(bundleBudget);
  });

  it("imports nothing but web standards", async () => {
    expect((await superSim(walk)).imports).toEqual([]);
  });
});

describe("a bundle contains", () => {
  const bundle = async (source: string) =>
    (await bundleProgram(source, { resolveDir: import.meta.dirname })).text;
  /** Those of the words that are in the text, so that a failure does not print the text. */
  const found = (text: string, ...words: string[]) => words.filter((word) => text.includes(word));

  it("no part of an API that it does not use", async () => {
    const words = ["/v1/UsageRecords", "/2010-04-01/", "trunking-origination-mobile"];
    expect(found((await superSim(walk)).text, ...words)).toEqual(["/v1/UsageRecords"]);
  });

  it("the parser of exact numbers only if the table of an API has it", async () => {
    const exact = `import { parseExact } from "@usagewire/client"; console.log(parseExact);`;
    expect(found((await superSim(walk)).text, "lastIndex")).toEqual([]);
    expect(found(await bundle(exact), "lastIndex")).toEqual(["lastIndex"]);
  });

  it("help texts only if it imports them", async () => {
    const help = `import { superSimDescriptions } from "@usagewire/twilio"; console.log(superSimDescriptions);`;
    expect(found((await superSim(walk)).text, "ISO 3166")).toEqual([]);
    expect(found(await bundle(help), "ISO 3166")).toEqual(["ISO 3166"]);
  });

  it("an authentication scheme only if it imports it", async () => {
    const several = `import { firstAccepted } from "@usagewire/twilio"; console.log(firstAccepted);`;
    expect(found((await superSim(walk)).text, "firstAccepted()")).toEqual([]);
    expect(found(await bundle(several), "firstAccepted()")).toEqual(["firstAccepted()"]);
  });

  it("a paging style only if it imports it, when it uses the pager alone", async () => {
    const pager = `import { createPagerOf, nextToken } from "@usagewire/pagination"; console.log(createPagerOf, nextToken);`;
    expect(found(await bundle(pager), "next-token", "page-number")).toEqual(["next-token"]);
  });
});

describe("an installed client", () => {
  it("stays within its budget", async () => {
    const bytes = await installedBytes("@usagewire/twilio", join(root, "tests"));
    expect(bytes).toBeLessThanOrEqual(installBudget);
  });

  it("brings only packages of this repository", async () => {
    const names = (await installedPackages("@usagewire/twilio", join(root, "tests"))).map(({ name }) => name);
    expect(names.sort()).toEqual(["@usagewire/client", "@usagewire/pagination", "@usagewire/twilio"]);
  });
});
