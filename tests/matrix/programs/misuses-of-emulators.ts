// Each is one mistake, as in misuses-of-clients.ts, with packages that need the types of Node.js.
import { run } from "@usagewire/cli";
import { startEmulator } from "@usagewire/emulator";

const emulator = await startEmulator();

// an unknown option of the emulators
startEmulator({ sims: 3 }); // error TS2353
// the clock as text
startEmulator({ now: "2025-06-15" }); // error TS2322
// a fault of an unknown kind
emulator.usage.faults.add({ kind: "error", status: 500 }); // error TS2322
// a fault of an operation that the API does not have
emulator.onomondo.faults.add({ kind: "truncate" }, { operation: "GET /usages" }); // error TS2820
// a member that an emulator does not have
console.log(emulator.supersim.baseUrl); // error TS2339
// the command line without a host
run(["pull"]); // error TS2554
