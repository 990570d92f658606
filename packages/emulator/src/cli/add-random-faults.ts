import type { Emulator } from "../emulator.ts";
import type { Fault } from "../faults/fault.ts";

/** What goes wrong most in the wild, each as often as the others. */
const FAULTS: readonly Fault[] = [
  { kind: "answer", status: 429 },
  { kind: "answer", status: 500 },
  { kind: "answer", status: 502, body: "<html><body>Bad gateway</body></html>" },
  { kind: "answer", status: 503, body: "", headers: { "retry-after": "1" } },
  { kind: "cut", after: "nothing" },
  { kind: "cut", after: "half" },
  { kind: "truncate" },
];

/** Makes a share of the answers of each API go wrong. */
export function addRandomFaults({ supersim, usage, onomondo }: Emulator, share: number): void {
  for (const { faults } of [supersim, usage, onomondo]) {
    for (const [index, fault] of FAULTS.entries()) {
      // A fault is drawn only where none before it was: this makes them equally likely.
      const probability = share / FAULTS.length / (1 - (share * index) / FAULTS.length);
      faults.add(fault, { probability });
    }
  }
}
