import { suite } from "../../vitest.base.ts";
import { engineParts, usesEngine } from "./engine.ts";

const config = suite();

export default {
  ...config,
  plugins: [
    {
      name: "engine-parts",
      enforce: "pre" as const,
      resolveId: (imported: string, importer = "") =>
        usesEngine(importer) ? engineParts[imported] : undefined,
    },
  ],
  test: { ...config.test, server: { deps: { inline: ["openapi-typescript"] } } },
};
