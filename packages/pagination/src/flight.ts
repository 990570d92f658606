import { onAbort } from "./on-abort.ts";
import type { FetchPage, PageAnswer } from "./page.ts";

/** A page on its way. */
export interface Flight<Body> {
  readonly answer: Promise<PageAnswer<Body>>;
  /** Tells `fetchPage` that the page is no longer wanted, and rejects at once, whether it listens or not. */
  readonly abort: (reason: unknown) => void;
}

/** Asks for a page. Once the answer has settled, nothing listens to the signal any more. */
export function depart<Body>(
  fetchPage: FetchPage<Body>,
  query: string,
  signal: AbortSignal | undefined,
): Flight<Body> {
  const controller = new AbortController();
  let abort = (reason: unknown) => controller.abort(reason);
  const release = signal && onAbort(signal, () => abort(signal.reason));
  const answer = new Promise<PageAnswer<Body>>((resolve, reject) => {
    // Not by a listener: the signal outlives the request, and would hold the page for as long.
    abort = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
    Promise.resolve(fetchPage({ query, signal: controller.signal })).then(resolve, reject);
  }).finally(release);
  // A page that nobody comes for, as after a break, must not end the process when it fails.
  answer.catch(() => {});
  return { answer, abort };
}
