import { type Activity, createActivity } from "../synthetic/activity.ts";
import { hashNumber, hashText } from "../synthetic/hash.ts";
import { DAY, floorTo } from "../time.ts";

/** A range of UTC days, given by the first instants (ms) of the first and of the last. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** What a category does from day to day, in units of activity. */
export interface AccountActivity {
  /** The days from the account's first to today. */
  readonly days: Days;
  sum(category: string, days: Days): number;
}

/** Categories follow one of a few rhythms. */
const RHYTHMS = 4;

export function createAccountActivity(seed: string, created: number, now: number): AccountActivity {
  const days = { first: floorTo(DAY, created), last: floorTo(DAY, now) };
  const steps = (days.last - days.first) / DAY + 1;
  const rhythms: Activity[] = Array.from({ length: RHYTHMS }, (_, rhythm) => {
    const noise = hashText(`${seed}/usage/activity/${rhythm}`);
    return createActivity(steps, (step) => {
      const weekday = new Date(days.first + step * DAY).getUTCDay();
      const atWork = weekday !== 0 && weekday !== 6;
      return hashNumber(noise, step) % (atWork ? 60 : 15);
    });
  });
  return {
    days,
    sum: (category, { first, last }) => {
      const step = (day: number) => (day - days.first) / DAY;
      return rhythms[hashText(category) % RHYTHMS]?.sum(step(first), step(last) + 1) ?? 0;
    },
  };
}
