// Exports pagers and their parts, so that the compiler writes their types into a declaration.
import { createOnomondo } from "@usagewire/onomondo";
import { createPager } from "@usagewire/pagination";
import { createTwilioSuperSim } from "@usagewire/twilio";

const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });

export const walk = supersim.paginate("/v1/UsageRecords");
export const createWalk = () => createOnomondo({ apiKey: "k" }).paginate("/usage", { limit: 5 });
export const pages = walk.pages();
export const firstPage = async () => (await pages.next()).value;
export const ownWalk = createPager<{ id: string }>({
  scheme: { style: "offset", items: "/items", param: "offset" },
  fetchPage: async () => ({ body: { items: [{ id: "1" }] } }),
});
export class Report {
  readonly list = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" }).paginate("/v1/UsageRecords");
}
