import { startEmulator } from "@usagewire/emulator";
import { createTwilioSuperSim, PaginationError } from "@usagewire/twilio";
import { describe, it } from "vitest";
import { faultRows } from "./matrix/fault-rows.ts";
import { places } from "./matrix/places.ts";
import { meetStrangers } from "./matrix/stranger.ts";
import { strike } from "./matrix/strike.ts";

const MAX_RETRIES = 2;
const LONGEST_WAIT = 5_000;

describe.concurrent.each(faultRows)("$name", (row) => {
  describe.each(places)("on $name", (place) => {
    it.for([
      { lasts: false, name: "once" },
      { lasts: true, name: "for good" },
    ])("$name", async ({ lasts }, { expect }) => {
      await using emulator = await startEmulator();
      await using strangers = await meetStrangers();
      const { error: Expected, retried = Expected !== undefined } = row;

      const options = { ...emulator.credentials.twilio, baseUrl: emulator.supersim.url };
      const { records: all } = await place.call(createTwilioSuperSim(options));
      const fault = strike(emulator, row.strike(strangers), place.strikes, !lasts);
      const client = createTwilioSuperSim({
        ...options,
        fetch: fault.fetch,
        retry: { maxRetries: MAX_RETRIES, minDelay: 1, maxDelay: LONGEST_WAIT },
        timeout: row.timeout ?? 10_000,
      });

      const first = await place.call(client);
      const fails = Expected !== undefined && (lasts || !retried);
      if (fails) {
        expect(Expected.find(first.error)).toMatchObject(row.details ?? {});
        expect(PaginationError.is(first.error)).toBe(place.name !== "a single call");
        expect(fault.hits()).toBe(retried ? 1 + MAX_RETRIES : 1);
      } else {
        expect(first.error).toBeUndefined();
        if (!lasts) expect(fault.hits()).toBe(1);
      }
      if (row.waits !== undefined) expect(fault.firstWait()).toBeGreaterThanOrEqual(row.waits);

      fault.end();
      const rest = fails ? await place.call(client, first.error) : { records: [] };
      expect(rest.error).toBeUndefined();
      expect([...first.records, ...rest.records]).toEqual(all);
      expect(strangers.other.seen).toEqual([]);
    });
  });
});
