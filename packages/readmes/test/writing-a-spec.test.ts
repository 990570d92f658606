import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@usagewire/codegen";
import { readmeSnippets } from "@usagewire/testing";
import { root } from "@usagewire/testing/workspace";
import { expect, it } from "vitest";

const page = readFileSync(join(root, "docs/writing-a-spec.md"), "utf8");
const specs = readmeSnippets(page).filter(({ code }) => code.startsWith("openapi:"));

it("shows at least one whole spec", () => {
  expect(specs.length).toBeGreaterThan(0);
});

it.each(specs)(
  "the spec at line $line of docs/writing-a-spec.md generates without a warning",
  async ({ code }) => {
    const warnings: unknown[] = [];
    const files = await generate(
      { source: code, name: "acme.yaml" },
      { onWarning: (problem) => warnings.push(problem) },
    );
    expect(warnings).toEqual([]);
    expect(files["schema.ts"]).toContain("interface paths");
    expect(files["operations.ts"]).toContain("GET /v1/readings");
  },
);
