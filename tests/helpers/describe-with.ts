import { describe, it } from "vitest";
import { findPart, missing } from "./parts.ts";

/**
 * A suite that needs parts. If one is missing, the suite is one skipped test that says how to install the part; with
 * `USAGEWIRE_REQUIRE_ALL=1` that test fails.
 */
export function describeWith(parts: readonly string[], title: string, body: () => void): void {
  const absent = parts.find((name) => findPart(name) === undefined);
  if (absent === undefined) {
    describe(title, body);
  } else if (process.env.USAGEWIRE_REQUIRE_ALL === "1") {
    it(title, () => {
      throw new Error(missing(absent));
    });
  } else {
    it.skip(`${title}: ${missing(absent)}`);
  }
}
