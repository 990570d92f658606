import { show } from "./show.ts";

/** Refuses a value that does not fit: `limit is "many"; accepted is a whole number from 0`. */
export function check(name: string, value: unknown, fits: boolean, accepted: string, Kind = TypeError): void {
  if (!fits) throw new Kind(`${name} is ${show(value)}; accepted is ${accepted}`);
}
