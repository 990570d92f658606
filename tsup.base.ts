import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { defineConfig } from "tsup";

interface Library {
  /** Files of `src` that can be imported, without extension. Code that they share is written once. Default: `index`. */
  readonly entries?: string[];
  /** The source of the package's command, built as an ES module. */
  readonly bin?: string;
  /** Default: `neutral`, in which a Node built-in fails the build. */
  readonly platform?: "neutral" | "node";
  /** Development dependencies whose used parts become part of the package. */
  readonly bundle?: string[];
  /** Paths of modules that bundled dependencies get in place of what they import. */
  readonly replace?: { readonly [imported: string]: string };
  /** Leaves CommonJS out. Default: false. */
  readonly esmOnly?: boolean;
}

interface SourceMap {
  sources: string[];
  sourcesContent?: (string | null)[];
}

/** Makes source maps name only what is in the package, and bring along the sources that are not. */
const selfContainedMaps = {
  name: "self-contained-maps",
  buildEnd({ writtenFiles }: { writtenFiles: readonly { name: string }[] }) {
    for (const { name } of writtenFiles.filter((file) => file.name.endsWith(".map"))) {
      const map: SourceMap = JSON.parse(readFileSync(name, "utf8"));
      map.sourcesContent = map.sources.map((source) =>
        isForeign(source) ? readFileSync(join(dirname(name), source), "utf8") : null,
      );
      map.sources = map.sources.map((source) => {
        if (isForeign(source)) return source.replace(/^.*\/(?=node_modules\/)|^(\.\.\/)+/, "../");
        // A CommonJS file that several entries share also names itself, by a path of this machine.
        return isAbsolute(source) ? basename(source) : source;
      });
      writeFileSync(name, JSON.stringify(map));
    }
  },
};

/** Whether a source is of a bundled dependency or of `specs/`. */
const isForeign = (source: string) => source.startsWith("../") && !source.startsWith("../src/");

/** How every published package is built: ES modules and CommonJS, with declarations and source maps. */
export const library = ({
  entries = ["index"],
  bin,
  platform = "neutral",
  bundle = [],
  replace = {},
  esmOnly = false,
}: Library = {}) => {
  const shared = {
    entry: entries.map((name) => `src/${name}.ts`),
    target: "node20" as const,
    platform,
    splitting: entries.length > 1,
    noExternal: [...bundle, ...Object.keys(replace)],
    sourcemap: true,
    plugins: [selfContainedMaps],
    esbuildOptions(options: { sourcesContent?: boolean; alias?: Record<string, string> }) {
      // The sources are in the package.
      options.sourcesContent = false;
      options.alias = { ...options.alias, ...replace };
    },
  };
  // Once, before the builds below run side by side: shared files are named by their content, and old ones would be packed.
  rmSync("dist", { recursive: true, force: true });
  if (esmOnly) return defineConfig([{ ...shared, format: ["esm"], dts: true }]);
  return defineConfig([
    {
      ...shared,
      format: ["esm"],
      // The declarations for CommonJS serve both: a copy would double what most of a package is.
      onSuccess: async () => {
        for (const name of entries) writeFileSync(`dist/${name}.d.ts`, `export * from "./${name}.cjs";\n`);
      },
    },
    {
      ...shared,
      format: ["cjs"],
      // `import.meta.url` in CommonJS.
      shims: platform === "node",
      dts: true,
    },
    ...(bin === undefined
      ? []
      : [
          {
            ...shared,
            entry: { bin },
            format: ["esm" as const],
            platform: "node" as const,
            splitting: false,
          },
        ]),
  ]);
};
