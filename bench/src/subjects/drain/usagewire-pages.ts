import { paginate } from "../paginate.ts";
import type { ListTask, Subject } from "../subject.ts";

export const run: Subject<ListTask> = async (task, add) => {
  for await (const { items } of paginate(task).pages()) {
    for (const record of items) add(record.data_total ?? 0);
  }
};
