import type { Fault, FaultInjector } from "@usagewire/emulator";

const answer = (status: number, more: { headers?: Record<string, string>; body?: string } = {}): Fault => ({
  kind: "answer",
  status,
  ...more,
});

/** Shares of all answers: three in ten go wrong, and one in ten is right in an unusual form. */
const STORM: readonly (readonly [share: number, fault: Fault])[] = [
  [0.01, answer(429)],
  [0.01, answer(429, { headers: { "retry-after": "0" } })],
  [0.02, answer(408)],
  [0.05, answer(500)],
  [0.02, answer(502, { body: "<html>Bad Gateway</html>" })],
  [0.05, answer(503, { body: "" })],
  [0.03, answer(504)],
  [0.03, { kind: "cut", after: "nothing" }],
  [0.02, { kind: "cut", after: "headers" }],
  [0.02, { kind: "cut", after: "half" }],
  [0.02, { kind: "cut", after: "half", how: "end" }],
  [0.018, { kind: "truncate" }],
  [0.001, { kind: "stall", after: "nothing" }],
  [0.001, { kind: "stall", after: "half" }],
  [0.03, { kind: "transport", gzip: true }],
  [0.03, { kind: "transport", chunked: true }],
  [0.03, { kind: "transport", gzip: true, chunked: true }],
  [0.01, { kind: "delay", for: 20 }],
];

/** Of several faults the first strikes, so that each gets its share of what those before it spare. */
export function addFaults(board: FaultInjector): void {
  let spared = 1;
  for (const [share, fault] of STORM) {
    board.add(fault, { probability: share / spared });
    spared -= share;
  }
}
