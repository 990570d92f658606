import { startTimer } from "../timing/start-timer.ts";

export interface ReadLimits {
  /** Bytes after which the rest is not waited for. */
  readonly bytes: number;
  /** Milliseconds after which the rest is not waited for. */
  readonly ms?: number;
}

const utf8 = new TextDecoder();

/** The body as UTF-8 text, as far as the limits allow, and whether that is all. Invalid bytes become U+FFFD. */
export async function readText(
  { body }: Response,
  limits: ReadLimits,
  count?: (bytes: number) => void,
): Promise<{ text: string; whole: boolean }> {
  if (body === null) return { text: "", whole: true };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let whole = true;
  const stop = () => {
    whole = false;
    reader.cancel().catch(() => {});
  };
  const timer = limits.ms === undefined ? undefined : startTimer(limits.ms, stop);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
      if (size > limits.bytes) stop();
    }
  } finally {
    clearTimeout(timer);
    count?.(size);
  }
  return { text: utf8.decode(joined(chunks, Math.min(size, limits.bytes))), whole };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only.subarray(0, size);
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk.subarray(0, size - at), at);
    at += Math.min(chunk.byteLength, size - at);
  }
  return all;
}
