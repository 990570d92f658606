import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onomondo, superSim } from "../../test/window-schemes.ts";
import { cutWindows } from "./cut-windows.ts";
import type { RangeWindowScheme, WindowUnit } from "./window-scheme.ts";

describe("for any range", () => {
  const DAY = 86_400_000;
  const day = fc.integer({ min: 0, max: 20_000 });
  const unit = fc.option(fc.constantFrom<WindowUnit>("day", "week", "month"), { nil: undefined });

  test("windows join without a gap and are never too long", () => {
    const scheme: RangeWindowScheme = { ...superSim };
    const { history: _, ...kept } = scheme;
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), unit, (first, days, by) => {
        const [from, to] = [new Date(first * DAY), new Date((first + days) * DAY)];
        const windows = cutWindows(kept, { from, to, by }, { query: { Granularity: "day" } }).reverse();
        const bounds = windows.map(({ StartTime, EndTime }) => [
          Date.parse(String(StartTime)),
          Date.parse(String(EndTime)),
        ]);
        expect(bounds[0]?.[0]).toBe(from.getTime());
        expect(bounds.at(-1)?.[1]).toBe(to.getTime());
        bounds.forEach(([start = 0, end = 0], index) => {
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(92 * DAY);
          if (index > 0) expect(start).toBe(bounds[index - 1]?.[1]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("named periods cover each day once", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (first, days) => {
        const [from, to] = [new Date(first * DAY), new Date((first + days) * DAY)];
        const covered = cutWindows(onomondo, { from, to }).flatMap(({ filter }) =>
          daysOf(String(filter).slice("time:".length)),
        );
        expect(covered).toEqual(Array.from({ length: days }, (_, index) => first + index));
      }),
      { numRuns: 1000 },
    );
  });

  function daysOf(period: string): number[] {
    const start = Date.parse(period) / DAY;
    if (period.length === 10) return [start];
    const [year, month] = period.split("-").map(Number);
    const count = Date.UTC(year ?? 0, month ?? 0) / DAY - start;
    return Array.from({ length: count }, (_, index) => start + index);
  }
});
