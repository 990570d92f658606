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

/** Where chunks are put together, up to this many bytes: what a page takes of a thousand records. */
const deskSize = 1024 * 1024;
let desk: Uint8Array | undefined;

/**
 * The chunks as one, for as long as it takes to decode them: the next call writes over it. Bytes outside the heap are what
 * makes an engine collect all of its garbage, and a new half megabyte for each page costs more than the copying does.
 */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only.subarray(0, size);
  const all = room(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk.subarray(0, size - at), at);
    at += Math.min(chunk.byteLength, size - at);
  }
  return all;
}

function room(size: number): Uint8Array {
  if (size > deskSize) return new Uint8Array(size);
  desk ??= new Uint8Array(deskSize);
  return desk.subarray(0, size);
}
