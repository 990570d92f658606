import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { onAbort } from "./on-abort.ts";

test("all callbacks share one listener, which is removed with the last of them", () => {
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

test("an abort calls each callback that was not removed, once", () => {
  const controller = new AbortController();
  const [removed, kept] = [vi.fn(), vi.fn()];
  const release = onAbort(controller.signal, removed);
  onAbort(controller.signal, kept);
  release();
  controller.abort();
  expect(removed).not.toHaveBeenCalled();
  expect(kept).toHaveBeenCalledTimes(1);
});
