import { createTwilioSuperSim } from "@usagewire/twilio";
import { credentials } from "./credentials.ts";
import type { ListTask } from "./subject.ts";

/** A pager as anybody gets it; the page size where a task names one. */
export function paginate({ origin, pageSize }: ListTask, options: { readonly prefetch?: 0 | 1 } = {}) {
  const supersim = createTwilioSuperSim({ ...credentials, baseUrl: origin });
  const query = pageSize === undefined ? {} : { PageSize: pageSize };
  return supersim.paginate("/v1/UsageRecords", { params: { query }, ...options });
}
