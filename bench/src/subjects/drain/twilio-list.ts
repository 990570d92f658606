import type { ListTask, Subject } from "../subject.ts";
import { createVendorSdk } from "../vendor-sdk.ts";

export const run: Subject<ListTask> = async ({ origin, pageSize }, add) => {
  const { usageRecords } = createVendorSdk(origin).supersim.v1;
  const records = await usageRecords.list(pageSize === undefined ? {} : { pageSize });
  for (const record of records) add(record.dataTotal);
};
