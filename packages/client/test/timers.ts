import { onTestFinished, vi } from "vitest";

/** Records the timers that are started until the end of the test: their delays in ms, and those that are still pending. */
export function recordTimers() {
  const delays: number[] = [];
  const pending = new Set<unknown>();
  const { setTimeout: start, clearTimeout: clear } = globalThis;
  const started = vi.spyOn(globalThis, "setTimeout").mockImplementation(((callback: () => void, ms = 0) => {
    const timer = start(() => {
      pending.delete(timer);
      callback();
    }, ms);
    delays.push(ms);
    pending.add(timer);
    return timer;
  }) as typeof setTimeout); // without the extra arguments and `promisify`, which the client does not use
  const cleared = vi.spyOn(globalThis, "clearTimeout").mockImplementation((timer) => {
    pending.delete(timer);
    clear(timer);
  });
  onTestFinished(() => {
    started.mockRestore();
    cleared.mockRestore();
  });
  return { delays, pending };
}
