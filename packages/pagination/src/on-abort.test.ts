import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { onAbort } from "./on-abort.ts";

test("any number of callbacks share one listener, which the last one takes along", () => {
  const { signal } = new AbortController();
  const releases = Array.from({ length: 50 }, () => onAbort(signal, () => {}));
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (const release of releases) release();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  const again = onAbort(signal, () => {});
  releases[0]?.();
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  again();
});

test("an abort calls those that are still there, once", () => {
  const controller = new AbortController();
  const [gone, there] = [vi.fn(), vi.fn()];
  const release = onAbort(controller.signal, gone);
  onAbort(controller.signal, there);
  release();
  controller.abort();
  expect(gone).not.toHaveBeenCalled();
  expect(there).toHaveBeenCalledTimes(1);
});
