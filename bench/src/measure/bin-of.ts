import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "@usagewire/tests/footprint";

/** The script behind a package's command, to be run by the same Node as its rivals. */
export function binOf(name: string, command: string): string {
  const folder = folderOf(name, import.meta.dirname);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const path = typeof bin === "string" ? bin : bin?.[command];
  if (typeof path !== "string") throw new Error(`${name} has no command ${command}`);
  return join(folder, path);
}
