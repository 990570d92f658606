import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";
import { type GeneratedFiles, generate } from "../src/index.ts";
import { compile } from "./compile.ts";

// GitHub's description of its API: OpenAPI 3.0, JSON, 13 MB, over 1000 operations, without our extensions.
const spec = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
const warnings: unknown[] = [];
let files: GeneratedFiles;

beforeAll(async () => {
  files = await generate(spec, { onWarning: (warning) => warnings.push(warning) });
}, 120_000);

test("generates a large document of another author without warnings", () => {
  expect(warnings).toEqual([]);
  expect(files["operations.ts"].match(/^ {2}"(GET|PUT|POST|DELETE|PATCH) \//gm)?.length).toBeGreaterThan(
    1000,
  );
});

test("its types compile, with a program that uses them", () => {
  const program = `
import { api, descriptions } from "./operations.js";
import type { paths } from "./schema.js";

type Operations = (typeof api)["operations"];
type Described<Path extends keyof paths & string> = \`GET \${Path}\` extends keyof Operations
  ? Operations[\`GET \${Path}\`]
  : never;
type Body<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { "application/json": infer B } } } } }
  ? B
  : never;
declare function get<Path extends keyof paths & string>(path: Path, described: Described<Path>): Body<Path>;

const issues = get("/repos/{owner}/{repo}/issues", api.operations["GET /repos/{owner}/{repo}/issues"]);
export const title: string | undefined = issues[0]?.title;
export const repository: string = get("/repos/{owner}/{repo}", api.operations["GET /repos/{owner}/{repo}"]).full_name;
export const states: readonly ["open", "closed", "all"] = descriptions["GET /repos/{owner}/{repo}/issues"].query.state.values;
export const text: string = descriptions["GET /repos/{owner}/{repo}/issues"].summary;
// @ts-expect-error: unknown path.
get("/repos/{owner}/{repo}/issue", api.operations["GET /repos/{owner}/{repo}/issues"]);
`;
  expect(compile({ ...files, "program.ts": program })).toEqual([]);
}, 120_000);
