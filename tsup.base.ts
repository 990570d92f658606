import { writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";

/**
 * How every published package is built: ES modules and CommonJS with declarations; bins are ES modules only. `bundle` names
 * development dependencies whose used parts become part of the package.
 */
export const library = (options: { bin?: string; platform?: "neutral" | "node"; bundle?: string[] } = {}) => {
  const shared = {
    entry: ["src/index.ts"],
    target: "node20" as const,
    platform: options.platform ?? "neutral",
    treeshake: true,
    noExternal: options.bundle ?? [],
  };
  return defineConfig([
    {
      ...shared,
      format: ["esm"],
      // What the other builds leave beside this may already be there.
      clean: ["!bin.js", "!index.cjs", "!index.d.cts"],
      // The declarations of CommonJS serve both: a copy would double what most of a package is.
      onSuccess: () => writeFile("dist/index.d.ts", 'export * from "./index.cjs";\n'),
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
