import type { Subject, WindowsTask } from "../subject.ts";
import { createVendorSdk } from "../vendor-sdk.ts";
import { days } from "./days.ts";

export const run: Subject<WindowsTask> = async ({ origin, pageSize, ...range }, add) => {
  const { usageRecords } = createVendorSdk(origin).supersim.v1;
  for (const { start, end } of days(range)) {
    const records = await usageRecords.list({
      granularity: "day",
      group: "sim",
      startTime: start,
      endTime: end,
      pageSize,
    });
    for (const record of records) add(record.dataTotal);
  }
};
