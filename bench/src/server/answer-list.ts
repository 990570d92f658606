import { createRecordRing } from "./record-ring.ts";

const DEFAULT_PAGE_SIZE = 50;
const DAY = 86_400_000;
const OPENING = Buffer.from('{"usage_records":[');

/**
 * Answers `GET /v1/UsageRecords` as Super SIM does, links included, in parts to be sent one after the other. Every list has
 * `records` records, whatever it asks for; which ones depends on `StartTime`.
 */
export function createListAnswers(records: number) {
  const ring = createRecordRing();

  return (origin: string, target: string): readonly Buffer[] => {
    const { pathname, searchParams } = new URL(target, origin);
    const size = Number(searchParams.get("PageSize") ?? DEFAULT_PAGE_SIZE);
    const page = Number(searchParams.get("Page") ?? 0);
    const start = searchParams.get("StartTime");
    const day = start === null ? 0 : Date.parse(start) / DAY;
    const count = Math.max(0, Math.min(size, records - page * size));

    const link = (number: number) => {
      const query = new URLSearchParams(searchParams);
      query.set("PageSize", String(size));
      query.set("Page", String(number));
      if (number > 0) query.set("PageToken", `PA${number * size}`);
      return `${origin}${pathname}?${query}`;
    };
    const meta = {
      first_page_url: link(0),
      key: "usage_records",
      next_page_url: (page + 1) * size < records ? link(page + 1) : null,
      page,
      page_size: size,
      previous_page_url: page > 0 ? link(page - 1) : null,
      url: link(page),
    };
    const closing = Buffer.from(`],"meta":${JSON.stringify(meta)}}`);
    return [OPENING, ...ring(day * records + page * size, count), closing];
  };
}
