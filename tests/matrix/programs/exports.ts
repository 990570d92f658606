// Exports what the packages return, so that the compiler writes its types into a declaration.
import { createOnomondo } from "@usagewire/onomondo";
import { createTwilioSuperSim, createTwilioUsage, unwrap } from "@usagewire/twilio";

const daily = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";

export const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
export const usage = createTwilioUsage({ token: "t" });
export const onomondo = createOnomondo({ apiKey: "k" });

export const getPage = (limit: number) => onomondo.GET("/usage", { params: { query: { limit } } });
export const getTotal = () =>
  unwrap(onomondo.GET("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } }));
export const error = async () => (await supersim.GET("/v1/UsageRecords")).error;
export const records = () =>
  usage.paginate(daily, { params: { path: { AccountSid: "AC1" } }, limit: 10 }).toArray();
