import { bundleProgram } from "@usagewire/testing/footprint";
import { describe, expect, it } from "vitest";
import { superSim, walk } from "./super-sim.ts";

const bundle = (source: string) => bundleProgram(source, { resolveDir: import.meta.dirname });

const full = await superSim("@usagewire/twilio", walk);

/** Which of the texts are in the program; said without printing all of it. */
const found = (text: string, ...parts: string[]) => parts.filter((part) => text.includes(part));

describe("a bundled program", () => {
  it("needs nothing but web standards", () => {
    expect(full.imports).toEqual([]);
  });

  it("has no part of the APIs that it does not use", () => {
    const parts = ["/v1/UsageRecords", "/2010-04-01/", "trunking-origination-mobile"];
    expect(found(full.text, ...parts)).toEqual(["/v1/UsageRecords"]);
  });

  it("has help texts only when it asks for them", async () => {
    expect(found(full.text, "ISO 3166")).toEqual([]);
    const help = await bundle(
      `import { superSimDescriptions } from "@usagewire/twilio"; console.log(superSimDescriptions);`,
    );
    expect(found(help.text, "ISO 3166")).toEqual(["ISO 3166"]);
  });

  it("has ways to authorise only when it uses them", async () => {
    const message = "firstAccepted() takes at least one";
    expect(found(full.text, message)).toEqual([]);
    const several = await bundle(
      `import { firstAccepted } from "@usagewire/twilio"; console.log(firstAccepted);`,
    );
    expect(found(several.text, message)).toEqual([message]);
  });

  it("has windows, hooks, advice and other styles than its API's only with the full entry", async () => {
    // Words of each that no minifier changes: of windows, hooks, advice, numbered styles, tokens, `Link` headers.
    const parts = [
      ...["cannot be cut by time", "descending", "passw|secret", "check the account SID"],
      ...["a walk starts at a whole number", "page-number", "next-token", '"rel"'],
    ];
    const lean = await superSim("@usagewire/twilio/lean", walk);
    expect(found(full.text, ...parts)).toEqual(parts);
    expect(found(lean.text, ...parts)).toEqual(["descending"]);
    expect(lean.imports).toEqual([]);
  });
});
