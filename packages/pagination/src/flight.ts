import { onAbort } from "./on-abort.ts";
import type { FetchPage, PageAnswer } from "./page.ts";

/** A page on its way. */
export interface Flight<Body> {
  readonly answer: Promise<PageAnswer<Body>>;
  /** Tells `fetchPage` that the page is no longer wanted, and rejects at once, whether it listens or not. */
  abort(reason: unknown): void;
}

/** Asks for a page. Once the answer has settled, nothing listens to the signal any more. */
export function depart<Body>(
  fetchPage: FetchPage<Body>,
  query: string,
  signal: AbortSignal | undefined,
): Flight<Body> {
  const controller = new AbortController();
  const { promise: stopped, reject } = rejectable();
  const abort = (reason: unknown) => {
    reject(reason);
    controller.abort(reason);
  };
  const release = signal && onAbort(signal, () => abort(signal.reason));
  const answer = Promise.race([stopped, request(fetchPage, query, controller.signal)]).finally(release);
  // A page that nobody comes for, as after a break, must not end the process when it fails.
  answer.catch(() => {});
  return { answer, abort };
}

/** `async`, so that a `fetchPage` that throws before its first await rejects like any other. */
async function request<Body>(fetchPage: FetchPage<Body>, query: string, signal: AbortSignal) {
  return await fetchPage({ query, signal });
}

function rejectable(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_resolve, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}
