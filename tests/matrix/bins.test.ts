import { binCases, bundleBins } from "./bins.ts";
import { isWhole, matrix } from "./matrix.ts";
import { testOutcomes } from "./outcomes.ts";

testOutcomes(
  "the packed bins, bundled",
  matrix.bundlers
    .filter(({ quick = false }) => isWhole || quick)
    .map((bundler) => ({
      id: bundler.id,
      parts: bundler.parts,
      cases: binCases,
      run: (folder) => bundleBins(bundler, folder),
    })),
);
