import { join } from "node:path";
import { bundleProgram, installedBytes, installedPackages } from "@usagewire/testing/footprint";
import { root } from "@usagewire/testing/workspace";
import { describe, expect, it } from "vitest";

// Bytes after gzip, the parts of openapi-fetch included. The target is 10,240; this is today's, rounded up, and only goes down.
const budget = 19_400;

// How often the installed size fits into that of Twilio's own SDK; this only ever goes up.
const installedShare = 50;

const superSim = (statement: string) =>
  bundleProgram(
    `import { createTwilioSuperSim } from "@usagewire/twilio"; const supersim = createTwilioSuperSim(); ${statement}`,
    { resolveDir: import.meta.dirname },
  );

const paginate = await superSim(
  `for await (const record of supersim.paginate("/v1/UsageRecords")) console.log(record);`,
);

describe("one client, bundled, minified and gzipped", () => {
  it("that walks a list stays within its budget", () => {
    expect(paginate.gzipped).toBeLessThanOrEqual(budget);
  });

  it("that asks for one page stays within its budget", async () => {
    const get = await superSim(`console.log(await supersim.GET("/v1/UsageRecords"));`);
    expect(get.gzipped).toBeLessThanOrEqual(budget);
  });

  it("has ways to authorise only when it uses them", async () => {
    const message = "firstAccepted() takes at least one";
    expect(paginate.text.includes(message)).toBe(false);
    const several = await bundleProgram(
      `import { firstAccepted } from "@usagewire/twilio"; console.log(firstAccepted);`,
      { resolveDir: import.meta.dirname },
    );
    expect(several.text.includes(message)).toBe(true);
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
