// The public surface of each package as a committed report, so that a change of the API is seen in the diff.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { entriesOf, published } from "../helpers/workspace.ts";

export interface Entry {
  /** What a program imports: `@usagewire/pagination/internal`. */
  readonly name: string;
  readonly folder: string;
  /** The name of its source, build and report files: `internal`. */
  readonly file: string;
}

export const entries: readonly Entry[] = published.flatMap((each) =>
  entriesOf(each).map((name) => ({
    name,
    folder: each.folder,
    file: name === each.manifest.name ? "index" : name.slice(each.manifest.name.length + 1),
  })),
);

/**
 * Compares the report of a built entry with the committed `api/<file>.api.md`, and writes it there if `update` is set.
 * Returns whether it was up to date.
 */
export function checkApiReport({ folder, file }: Entry, { update }: { update: boolean }): boolean {
  // What serves CommonJS serves both; a package of ES modules alone has only the other.
  const declarations = ["d.cts", "d.ts"]
    .map((extension) => join(folder, "dist", `${file}.${extension}`))
    .find(existsSync);
  if (declarations === undefined) throw new Error(`${folder} is not built`);
  const reportFolder = join(folder, "api");
  mkdirSync(reportFolder, { recursive: true });
  const quiet = { default: { logLevel: ExtractorLogLevel.None } };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "es2022",
            lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable", "esnext.disposable"],
            module: "nodenext",
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [declarations],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${file}.api.md`,
        reportFolder,
        reportTempFolder: join(folder, "node_modules/.api"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: quiet,
        extractorMessageReporting: {
          ...quiet,
          // A type that a program cannot name makes its own declarations fail.
          "ae-forgotten-export": { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
        },
        tsdocMessageReporting: quiet,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
  });
  const result = Extractor.invoke(config, {
    localBuild: update,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  return !result.apiReportChanged;
}
