import type { ListTask, Subject } from "../subject.ts";
import { createVendorSdk } from "../vendor-sdk.ts";

export const run: Subject<ListTask> = ({ origin, pageSize }, add) =>
  new Promise((resolve, reject) => {
    createVendorSdk(origin).supersim.v1.usageRecords.each({
      ...(pageSize !== undefined && { pageSize }),
      callback: (record) => add(record.dataTotal),
      done: (error?: Error | null) => (error ? reject(error) : resolve()),
    });
  });
