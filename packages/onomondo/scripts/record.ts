// Records fixtures/*.emulated.har from the emulator: `node scripts/record.ts`, after a build. Produces the same bytes every time.
import { writeHar } from "@usagewire/contract";
import { startEmulator } from "@usagewire/emulator";
import { type Fetch, record } from "@usagewire/replay";
import { ApiError, createOnomondo } from "../src/index.ts";

const fixture = (name: string) => new URL(`../fixtures/${name}.emulated.har`, import.meta.url);
const comment = "emulated: recorded from @usagewire/emulator with its default seed and clock";

/** Walks a list to its end, or to the error that the API responds with. */
async function drain(pager: { toArray(): Promise<unknown> }): Promise<void> {
  try {
    await pager.toArray();
  } catch (error) {
    if (ApiError.find(error) === undefined) throw error;
  }
}

await using emulator = await startEmulator({ onomondo: { emptyPages: [2] } });
const { apiKey } = emulator.credentials.onomondo;
const { tagIds } = emulator.onomondo;
const busy = emulator.onomondo.sim(0);

function recorded() {
  const fetch = record((request) => globalThis.fetch(request), {
    comment,
    origin: "https://api.onomondo.com",
    now: () => 0,
    secrets: [apiKey],
    // The only value in the emulator's responses that depends on the real clock.
    headers: { "x-ratelimit-reset": "1750000000" },
  });
  const baseUrl = emulator.onomondo.url;
  return { fetch, client: createOnomondo({ apiKey, authScheme: "raw", baseUrl, fetch: fetch as Fetch }) };
}

await recordUsage();
await recordSimUsage();
await recordTagTotal();

async function recordUsage() {
  const { fetch, client } = recorded();
  fetch.page("two filters, carried on each page; the third page empty");
  const filters = { filter: ["time:2025-06", "country_code:dk"], limit: 20 };
  await drain(client.paginate("/usage", { params: { query: filters }, prefetch: 0 }));

  fetch.page("an offset, on the first page alone");
  const offset = { filter: "time:2025-06-01", offset: 10, limit: 5 };
  await drain(client.paginate("/usage", { params: { query: offset }, prefetch: 0 }));

  fetch.page("a list whose second page is refused: too many calls in a minute");
  emulator.onomondo.faults.add({ kind: "answer", status: 429 }, { skip: 1 });
  await drain(
    client.paginate("/usage", { params: { query: { filter: "time:2025-06-01", limit: 5 } }, prefetch: 0 }),
  );
  await writeHar(fixture("usage"), await fetch.har());
}

async function recordSimUsage() {
  const { fetch, client } = recorded();
  const path = { sim_id: busy.id };
  fetch.page("a day of one SIM by the hour; the third page empty");
  const hours = { filter: "time:2025-06-01", group: "hours", limit: 2 };
  await drain(client.paginate("/usage/{sim_id}", { params: { path, query: hours }, prefetch: 0 }));

  fetch.page("a SIM that does not exist");
  const unknown = { sim_id: "999999999" };
  await drain(
    client.paginate("/usage/{sim_id}", { params: { path: unknown, query: { limit: 3 } }, prefetch: 0 }),
  );
  await writeHar(fixture("usage-of-sim"), await fetch.har());
}

async function recordTagTotal() {
  const { fetch, client } = recorded();
  await client.GET("/usage/tag-total/{tag_id}", { params: { path: { tag_id: tagIds[0] ?? "" } } });
  await client.GET("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "unknown" } } });
  await writeHar(fixture("usage-tag-total"), await fetch.har());
}
