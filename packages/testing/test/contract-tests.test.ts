import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { contractTests, writeHar } from "../src/index.ts";
import { createTinyClient } from "./tiny/tiny-client.ts";
import { tinyHar } from "./tiny/tiny-recordings.ts";

// The folder must be there when the tests are declared.
const folder = mkdtempSync(join(tmpdir(), "usagewire-fixtures-"));
const fixtures = pathToFileURL(`${folder}/`);
writeHar(new URL("tiny.emulated.har", fixtures), await tinyHar());
afterAll(() => rmSync(folder, { recursive: true }));

contractTests({
  fixtures,
  apis: [
    {
      spec: new URL("tiny/tiny.yaml", import.meta.url),
      client: createTinyClient(),
      alike: ["/things", "/parts"],
    },
  ],
});
