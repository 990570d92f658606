import { type Activity, createActivity } from "../synthetic/activity.ts";
import { hashNumber, hashText } from "../synthetic/hash.ts";
import { DAY, floorTo, HOUR } from "../time.ts";
import { historyStart } from "./history.ts";

/** What each fleet does, hour by hour, from the start of the history to now. */
export interface FleetActivity {
  /** Activity of a fleet over the hours that begin at or after `from` and before `to` (ms). */
  sum(fleet: number, from: number, to: number): number;
  /** The same, of what is billed already: money lags the bytes by 24 hours. */
  sumBilled(fleet: number, from: number, to: number): number;
}

/** Units of activity per UTC hour of the day. Meters report at night, vehicles stand still then. */
const DAYS: readonly (readonly number[])[] = [
  [9, 60, 80, 75, 40, 9, 5, 5, 4, 4, 4, 4, 5, 4, 4, 4, 4, 5, 5, 5, 4, 4, 6, 8],
  [0, 0, 0, 0, 2, 15, 40, 70, 80, 75, 70, 65, 60, 65, 70, 75, 80, 70, 40, 20, 10, 5, 2, 0],
  [8, 6, 5, 5, 5, 6, 10, 18, 20, 22, 25, 35, 40, 35, 25, 22, 24, 26, 28, 25, 20, 16, 12, 10],
];

export function createFleetActivity(seed: string, now: number): FleetActivity {
  const origin = floorTo(DAY, historyStart(now));
  const hour = (time: number) => Math.ceil((time - origin) / HOUR);
  const fleets: Activity[] = DAYS.map((levels, fleet) => {
    const noise = hashText(`${seed}/supersim/activity/${fleet}`);
    return createActivity(hour(now), (step) => {
      const level = levels[step % levels.length] ?? 0;
      return Math.round((level * (70 + (hashNumber(noise, step) % 60))) / 100);
    });
  });
  const billedUntil = floorTo(HOUR, now - DAY);
  const sum = (fleet: number, from: number, to: number) => fleets[fleet]?.sum(hour(from), hour(to)) ?? 0;
  return { sum, sumBilled: (fleet, from, to) => sum(fleet, from, Math.min(to, billedUntil)) };
}
