// Exports the windows of a list, so that the compiler writes their types into a declaration.
import { cutWindows } from "@usagewire/pagination";
import { createTwilioSuperSim } from "@usagewire/twilio";

const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
const window = { from: "2025-01-01", to: "2025-02-01" };

export const windows = supersim.windows("/v1/UsageRecords", { window });
export const [job] = windows;
export const walk = (params: (typeof windows)[number]["params"]) =>
  supersim.GET("/v1/UsageRecords", { params });
export const queries = cutWindows(
  { start: "from", end: "to", bounds: "[)", format: "date-time", order: "ascending", step: "day" },
  window,
  { query: {} },
);
