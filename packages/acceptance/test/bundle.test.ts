import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** A program of a user, bundled and minified for no platform in particular: a built-in module fails the build. */
async function bundle(program: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    outfile: "program.js",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return { text: outputFiles[0]?.text ?? "", imports: metafile.outputs["program.js"]?.imports };
}

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
