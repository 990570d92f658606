import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@usagewire/codegen";
import { expect, it } from "vitest";
import { root } from "../helpers/workspace.ts";
import { readSnippets } from "./snippets.ts";

const page = readFileSync(join(root, "docs/writing-a-spec.md"), "utf8");
const specs = readSnippets(page).filter(({ code }) => code.startsWith("openapi:"));

it("shows at least one complete spec", () => {
  expect(specs.length).toBeGreaterThan(0);
});

it.each(specs)("the spec on line $line generates without a warning", async ({ code }) => {
  const warnings: unknown[] = [];
  const files = await generate(
    { source: code, name: "acme.yaml" },
    { onWarning: (problem) => warnings.push(problem) },
  );
  expect(warnings).toEqual([]);
  expect(files["schema.ts"]).toContain("interface paths");
  expect(files["operations.ts"]).toContain("GET /v1/readings");
});
