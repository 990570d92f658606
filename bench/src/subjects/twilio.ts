import twilio from "twilio";
import { credentials, days, type ListTask, type Subject, type WindowsTask } from "./subject.ts";

/**
 * The SDK with the local server's address. It has no option for a base URL, but documents how to supply an HTTP client; this is
 * its own one with the origin replaced. The server's links already hold its address, so only the first request of a
 * list needs it.
 */
function createSdk(origin: string) {
  class LocalClient extends twilio.RequestClient {
    override request: typeof twilio.RequestClient.prototype.request = (options) =>
      super.request({ ...options, uri: options.uri.replace("https://supersim.twilio.com", origin) });
  }
  return twilio(credentials.accountSid, credentials.authToken, { httpClient: new LocalClient() });
}

export const drainList: Subject<ListTask> = async ({ origin, pageSize }, addRecord) => {
  const { usageRecords } = createSdk(origin).supersim.v1;
  const records = await usageRecords.list(pageSize === undefined ? {} : { pageSize });
  for (const record of records) addRecord(record.dataTotal);
};

export const drainEach: Subject<ListTask> = ({ origin, pageSize }, addRecord) =>
  new Promise((resolve, reject) => {
    createSdk(origin).supersim.v1.usageRecords.each({
      ...(pageSize !== undefined && { pageSize }),
      callback: (record) => addRecord(record.dataTotal),
      done: (error?: Error | null) => (error ? reject(error) : resolve()),
    });
  });

export const drainWindows: Subject<WindowsTask> = async ({ origin, pageSize, ...range }, addRecord) => {
  const { usageRecords } = createSdk(origin).supersim.v1;
  for (const { start, end } of days(range)) {
    const records = await usageRecords.list({
      granularity: "day",
      group: "sim",
      startTime: start,
      endTime: end,
      pageSize,
    });
    for (const record of records) addRecord(record.dataTotal);
  }
};
