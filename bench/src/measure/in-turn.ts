import type { Series } from "../benchmark.ts";

/** One subject: what it is called, and how one round of it is measured. */
export interface Subject {
  readonly subject: string;
  measure(): Promise<number>;
}

/**
 * Measures subjects one after the other, round by round, so that whatever else the machine does meets all of them alike.
 * Every other round goes backwards: who comes after a heavy subject should not always be the same one. A first round
 * fills the caches of the disk and does not count.
 */
export async function inTurn(subjects: readonly Subject[], rounds: number): Promise<Series[]> {
  const series = subjects.map(({ subject }) => ({ subject, values: [] as number[] }));
  const order = subjects.map((_, index) => index);
  for (let round = 0; round <= rounds; round++) {
    for (const index of round % 2 === 0 ? order : [...order].reverse()) {
      const value = await subjects[index]?.measure();
      if (round > 0 && value !== undefined) series[index]?.values.push(value);
    }
  }
  return series;
}
