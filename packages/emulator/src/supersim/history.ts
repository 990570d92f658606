import { addMonths } from "../time.ts";

const HISTORY_MONTHS = 18;

/** The earliest time that usage is kept for: 18 months ago. */
export const historyStart = (now: number): number => addMonths(now, -HISTORY_MONTHS);
