import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface BundledProgram {
  readonly text: string;
  /** Bytes after gzip at its highest level. */
  readonly gzipped: number;
  /** What the bundle still imports. */
  readonly imports: readonly string[];
}

export interface BundleOptions {
  /** The folder whose node_modules the program's imports come from. */
  readonly resolveDir: string;
  /** `neutral`, where a built-in module fails the build, unless told otherwise. */
  readonly platform?: "neutral" | "node";
}

/** A program of a user, bundled and minified as ES module. */
export async function bundleProgram(
  source: string,
  { resolveDir, platform = "neutral" }: BundleOptions,
): Promise<BundledProgram> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    mainFields: ["module", "main"],
    outfile: "program.js",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  const imports = metafile.outputs["program.js"]?.imports.map(({ path }) => path) ?? [];
  return { text, gzipped: gzipSync(text, { level: 9 }).byteLength, imports };
}
