import type { SuperSimPaths } from "@usagewire/twilio";
import createClient from "openapi-fetch";
import { authorization } from "../credentials.ts";
import type { CallsTask, Subject } from "../subject.ts";
import { callAll } from "./call-all.ts";

export const run: Subject<CallsTask> = async ({ origin, ...calls }, add) => {
  const client = createClient<SuperSimPaths>({ baseUrl: origin, headers: { authorization } });
  const call = async () => {
    const { data, response } = await client.GET("/v1/UsageRecords", { params: { query: { PageSize: 1 } } });
    if (data === undefined) throw new Error(String(response.status));
    return data.usage_records[0]?.data_total ?? 0;
  };
  await callAll(calls, call, add);
};
