/** A `Date` as the providers want it: `YYYY-MM-DD` in UTC for format `date`, else `YYYY-MM-DDTHH:mm:ssZ`. */
export function formatDate(date: Date, format: string | undefined): string {
  const iso = date.toISOString();
  return format === "date" ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}
