import { onAbort } from "./on-abort.ts";
import type { FetchPage, PageAnswer } from "./page.ts";

/** A page on its way. */
export interface Flight<Body> {
  readonly answer: Promise<PageAnswer<Body>>;
  /** Tells `fetchPage` that the page is no longer wanted, and rejects at once, whether it listens or not. */
  readonly controller: AbortController;
}

/**
 * Asks for a page. Once the answer has settled, nothing listens to either signal any more, which is more than tidiness: a
 * request may live until all garbage is collected, with its signal, and through a listener it would keep the whole page.
 */
export function depart<Body>(
  fetchPage: FetchPage<Body>,
  query: string,
  signal: AbortSignal | undefined,
): Flight<Body> {
  const controller = new AbortController();
  const { signal: own } = controller;
  const release = signal && onAbort(signal, () => controller.abort(signal.reason));
  let releaseOwn: (() => void) | undefined;
  const answer = new Promise<PageAnswer<Body>>((resolve, reject) => {
    releaseOwn = onAbort(own, () => reject(own.reason));
    Promise.resolve(fetchPage({ query, signal: own })).then(resolve, reject);
  }).finally(() => {
    releaseOwn?.();
    release?.();
  });
  // A page that nobody comes for, as after a break, must not end the process when it fails.
  answer.catch(() => {});
  return { answer, controller };
}
