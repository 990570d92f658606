import { bundleProgram } from "@usagewire/testing/footprint";
import { describe, expect, it } from "vitest";

const bundle = (source: string) => bundleProgram(source, { resolveDir: import.meta.dirname });

const superSim = await bundle(`
  import { createTwilioSuperSim } from "@usagewire/twilio";
  for await (const record of createTwilioSuperSim().paginate("/v1/UsageRecords")) console.log(record);
`);

/** Which of the texts are in the program; said without printing all of it. */
const found = (text: string, ...parts: string[]) => parts.filter((part) => text.includes(part));

describe("a bundled program", () => {
  it("needs nothing but web standards", () => {
    expect(superSim.imports).toEqual([]);
  });

  it("has no part of the APIs that it does not use", () => {
    const parts = ["/v1/UsageRecords", "/2010-04-01/", "trunking-origination-mobile"];
    expect(found(superSim.text, ...parts)).toEqual(["/v1/UsageRecords"]);
  });

  it("has help texts only when it asks for them", async () => {
    expect(found(superSim.text, "ISO 3166")).toEqual([]);
    const help = await bundle(
      `import { superSimDescriptions } from "@usagewire/twilio"; console.log(superSimDescriptions);`,
    );
    expect(found(help.text, "ISO 3166")).toEqual(["ISO 3166"]);
  });
});
