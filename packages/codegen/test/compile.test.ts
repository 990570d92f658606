import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { compile } from "./compile.ts";
import { fixtures } from "./spec-text.ts";

/** Uses the generated types as a client does: from `paths` to the operation table and back, and to the records. */
const client = `
import type { paths as Paths } from "./schema.js";

type ApiOf<P> = P extends { readonly "x-api"?: infer Api extends { operations: object } } ? Api : never;
type Get<P, Path extends keyof P> = P[Path] extends { get: infer Operation } ? Operation : never;
type BodyOf<O> = O extends { responses: { 200: { content: { "application/json": infer Body } } } } ? Body : never;
type PagedPath<Api extends { operations: object }> = {
  [K in keyof Api["operations"]]: Api["operations"][K] extends { pagination: { items: string } }
    ? K extends \`GET \${infer Path}\` ? Path : never
    : never;
}[keyof Api["operations"]];

export interface Client<P, Api extends { operations: object }> {
  api: Api;
  get<Path extends keyof P & string>(path: Path): BodyOf<Get<P, Path>>;
  paginate<Path extends PagedPath<Api> & keyof P>(path: Path): BodyOf<Get<P, Path>>;
}
export declare function createClient<P>(api: ApiOf<P>): Client<P, ApiOf<P>>;
export declare function inferClient<Api extends { operations: { readonly "x-paths"?: object } }>(
  api: Api,
): Client<NonNullable<Api["operations"]["x-paths"]>, Api>;
export type { Paths };
`;

const program = `
import { createClient, inferClient } from "./client.js";
import { api, descriptions } from "./operations.js";
import type { components, paths } from "./schema.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes: true = true;

for (const client of [createClient<paths>(api), inferClient(api)]) {
  const page = client.paginate("/accounts/{AccountSid}/records");
  use(page.records[0]?.price satisfies string | number | null | undefined);
  // @ts-expect-error: the list of /status is not paged.
  client.paginate("/status");
  // @ts-expect-error: unknown path.
  client.get("/statu");
}

type Record_ = components["schemas"]["Record"];
yes satisfies Equal<Record_["price"], string | number | null>;
yes satisfies Equal<Record_["kind"], "sim" | "fleet" | (string & {})>;
const open: Record_["kind"] = "something new";
yes satisfies Equal<Record_["parent"], Record_ | null>;

type Query = (typeof descriptions)["GET /accounts/{AccountSid}/records"]["query"];
yes satisfies Equal<Query["Granularity"]["values"], readonly ["hour", "day", "all"]>;
yes satisfies Equal<Query["PageSize"]["type"], "integer">;
descriptions["GET /accounts/{AccountSid}/records"].path.AccountSid.text satisfies "The account.";

function use(...values: unknown[]): void {
  void values;
}
use(open);
`;

test("the generated files compile under strict options, and a client infers its types from them", async () => {
  const files = await generate(join(fixtures, "usage-api.yaml"));
  expect(compile({ ...files, "client.ts": client, "program.ts": program })).toEqual([]);
}, 60_000);

test.each(["plain-3.0.json", "split/openapi.yaml"])(
  "%s compiles",
  async (name) => {
    expect(compile({ ...(await generate(join(fixtures, name))) })).toEqual([]);
  },
  60_000,
);
