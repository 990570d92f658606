const DAY = 86_400_000;

/** So many days up to the last midnight in UTC: a fixed range would leave what the provider keeps one day. */
export function lastDays(count: number): { readonly from: string; readonly to: string } {
  const to = Math.floor(Date.now() / DAY) * DAY;
  return { from: new Date(to - count * DAY).toISOString(), to: new Date(to).toISOString() };
}

/** The days of a range, the newest first. */
export function* days({ from, to }: { readonly from: string; readonly to: string }) {
  for (let end = Date.parse(to); end > Date.parse(from); end -= DAY) {
    yield { start: new Date(end - DAY), end: new Date(end) };
  }
}
