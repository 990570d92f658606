// Records and replays the traffic of a client.
import {
  type Har,
  parseHar,
  type RecordingFetch,
  type ReplayFetch,
  ReplayMismatchError,
  record,
  replay,
} from "@usagewire/replay";
import { createTwilioSuperSim } from "@usagewire/twilio";

export async function recordAndReplay(): Promise<number | undefined> {
  const recording = record(async () => Response.json({}), { secrets: ["secret"], redact: ["token"] });
  await createTwilioSuperSim({ accountSid: "AC1", authToken: "t", fetch: recording }).GET("/v1/UsageRecords");
  recording.page("one page");
  const har = await recording.har();
  assert<Same<typeof har, Har>>();
  const replaying = replay(parseHar(JSON.stringify(har)), { matchBody: false, ignoreQuery: ["nonce"] });
  createTwilioSuperSim({ accountSid: "AC1", authToken: "t", fetch: replaying });
  replaying.assertDone();
  await replaying("https://supersim.twilio.com/v1/UsageRecords", { method: "GET" });
  await replaying(new URL("https://supersim.twilio.com/v1/UsageRecords"));
  await replaying(new Request("https://supersim.twilio.com/v1/UsageRecords"));
  return replaying.unused[0]?.response.status;
}

refute<IsAny<Parameters<ReplayFetch>[0]>>();
refute<IsAny<Parameters<RecordingFetch>[0]>>();
refute<IsAny<Parameters<typeof record>[0]>>();
export const differences = (error: unknown) => ReplayMismatchError.find(error)?.differences;
