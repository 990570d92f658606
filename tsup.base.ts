import { defineConfig } from "tsup";

/** How every published package is built: ES modules and CommonJS with declarations; bins are ES modules only. */
export const library = (options: { bin?: string; platform?: "neutral" | "node" } = {}) =>
  defineConfig([
    {
      entry: ["src/index.ts"],
      format: ["esm", "cjs"],
      target: "node20",
      platform: options.platform ?? "neutral",
      // `import.meta.url` in CommonJS.
      shims: options.platform === "node",
      dts: true,
      // The bin is built beside this, and may already be there.
      clean: ["!bin.js"],
      treeshake: true,
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
