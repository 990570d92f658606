import { startTimer } from "./middleware/timeouts.ts";

/** How much of a body is read. */
export interface ReadLimits {
  /** Reading stops after this many bytes. */
  readonly bytes: number;
  /** Reading stops after this many milliseconds. Defaults to no limit. */
  readonly ms?: number;
}

/**
 * Reads a body as UTF-8 text within limits; `whole` tells whether that is all of it. Invalid bytes become U+FFFD.
 *
 * @param count Called with the number of bytes read, also if reading fails.
 */
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
  return { text: new TextDecoder().decode(concat(chunks, Math.min(size, limits.bytes))), whole };
}

/** Size in bytes of the buffer in which chunks are joined: enough for a page of a thousand records. */
const sharedSize = 1024 * 1024;
let shared: Uint8Array | undefined;

/**
 * Joins chunks. The result is valid until the next call, which reuses its buffer: off-heap buffers trigger full garbage
 * collections, so a new one for each page costs more than the copying.
 */
function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only.subarray(0, size);
  const joined = buffer(size);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk.subarray(0, size - offset), offset);
    offset += Math.min(chunk.byteLength, size - offset);
  }
  return joined;
}

function buffer(size: number): Uint8Array {
  if (size > sharedSize) return new Uint8Array(size);
  shared ??= new Uint8Array(sharedSize);
  return shared.subarray(0, size);
}
