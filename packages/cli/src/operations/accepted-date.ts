import type { Accepted } from "./accepted.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const RELATIVE = /^[+-]\d+[a-z]+$/;

/**
 * Dates and instants of the calendar. An instant needs its zone: without one, what it means is anyone's guess. The
 * operation table says `date` also where a date is only one of the forms, so that what counts from today passes.
 */
export const acceptedDate = (format: "date" | "date-time"): Accepted =>
  format === "date"
    ? {
        phrase: "a date such as 2025-05-01, or, where the API takes them, days from today such as -30days",
        accepts: (text) => RELATIVE.test(text) || (DATE.test(text) && isCalendarDay(text)),
      }
    : {
        phrase: "a time with its zone, such as 2025-05-01T00:00:00Z",
        accepts: (text) =>
          INSTANT.test(text) && isCalendarDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
      };

/** `Date` takes 30 February for 2 March. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
