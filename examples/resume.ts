// Reads a list in two steps. The cursor is a short text that a job can store between them.
import { createOnomondo } from "@usagewire/onomondo";

// The credential comes from ONOMONDO_API_KEY.
const onomondo = createOnomondo();

const first = onomondo.paginate("/usage", { limit: 250 });
const before = await first.toArray();
const { cursor } = first;

const second = onomondo.paginate("/usage", { cursor, limit: 250 });
const after = await second.toArray();

const ids = new Set([...before, ...after].map(({ sim_id, time }) => `${sim_id} ${time}`));
console.log(`${before.length} + ${after.length} records, ${ids.size} different`);
