import { paginate } from "../paginate.ts";
import type { ListTask, Subject } from "../subject.ts";

export const run: Subject<ListTask> = async (task, add) => {
  for await (const record of paginate(task)) add(record.data_total ?? 0);
};
