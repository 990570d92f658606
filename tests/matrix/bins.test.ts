import { rm } from "node:fs/promises";
import { afterAll, beforeAll } from "vitest";
import { describeWith } from "../helpers/describe-with.ts";
import { type Installed, packAndInstall } from "../packed/install.ts";
import { binCases, bundleBins } from "./bins.ts";
import { matrix } from "./matrix.ts";
import { testOutcomes } from "./outcomes.ts";
import type { Outcome } from "./suite.ts";

let installed: Installed;

beforeAll(async () => {
  installed = await packAndInstall();
}, 240_000);

afterAll(() => rm(installed.folder, { recursive: true, force: true }));

const whole = process.env.MODE === "whole";

for (const bundler of matrix.bundlers.filter(({ quick = false }) => whole || quick)) {
  describeWith(bundler.parts, `the packed bins, bundled by ${bundler.id}`, () => {
    let outcomes: readonly Outcome[] = [];

    beforeAll(async () => {
      outcomes = await bundleBins(bundler, installed.folder);
    }, 240_000);

    testOutcomes(bundler.id, binCases, () => outcomes);
  });
}
