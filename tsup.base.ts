import { rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";

/** Leaves out the comments that name the source file of what follows: a package holds no sources, and names its functions. */
const withoutPaths = {
  name: "without-paths",
  renderChunk: (code: string) => ({ code: code.replace(/^\/\/ \S+\.[jt]s\n/gm, "") }),
};

/**
 * How every published package is built: ES modules and CommonJS with declarations; bins are ES modules only. `entries` are
 * files of `src`, which share what they have in common; `bundle` names development dependencies whose used parts become
 * part of the package.
 */
export const library = (
  options: { bin?: string; platform?: "neutral" | "node"; bundle?: string[]; entries?: string[] } = {},
) => {
  const { entries = ["index"] } = options;
  const shared = {
    entry: entries.map((name) => `src/${name}.ts`),
    target: "node20" as const,
    platform: options.platform ?? "neutral",
    treeshake: true,
    plugins: [withoutPaths],
    splitting: entries.length > 1,
    noExternal: options.bundle ?? [],
  };
  // Once, before the builds, which run side by side: shared files are named by their content, and old ones would be packed.
  rmSync("dist", { recursive: true, force: true });
  return defineConfig([
    {
      ...shared,
      format: ["esm"],
      // The declarations of CommonJS serve both: a copy would double what most of a package is.
      onSuccess: async () => {
        for (const name of entries) await writeFile(`dist/${name}.d.ts`, `export * from "./${name}.cjs";\n`);
      },
    },
    {
      ...shared,
      format: ["cjs"],
      // `import.meta.url` in CommonJS.
      shims: options.platform === "node",
      dts: true,
    },
    ...(options.bin === undefined
      ? []
      : [
          {
            entry: { bin: options.bin },
            format: ["esm" as const],
            target: "node20",
            platform: "node" as const,
          },
        ]),
  ]);
};
