import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { contractTests, writeHar } from "../src/index.ts";
import { createTinyClient } from "./tiny/tiny-client.ts";
import { tinyHar } from "./tiny/tiny-recordings.ts";

// contractTests reads the folder when it declares the tests.
const folder = mkdtempSync(join(tmpdir(), "usagewire-fixtures-"));
writeHar(join(folder, "tiny.emulated.har"), await tinyHar());
afterAll(() => rmSync(folder, { recursive: true }));

contractTests({
  recordings: folder,
  apis: [
    {
      spec: new URL("tiny/tiny.yaml", import.meta.url),
      client: createTinyClient(),
      equivalentPaths: ["/things", "/parts"],
    },
  ],
});
