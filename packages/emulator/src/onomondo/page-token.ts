import type { Position } from "../list/cut-page.ts";

/**
 * Base64 of something like a time, as the provider's tokens are; of a length that leaves padding, so that
 * clients must take care of its `=`.
 */
export function encodePageToken({ offset, page }: Position): string {
  const digits = (value: number, length: number) => String(value).padStart(length, "0");
  return Buffer.from(`${digits(page, 8)}T00:00:00.000Z@${digits(offset, 16)}@`).toString("base64");
}

/** The position in a token; undefined when it was not issued here. */
export function decodePageToken(token: string): Position | undefined {
  const [, page, offset] =
    /^(\d{8})T00:00:00\.000Z@(\d{16})@$/.exec(Buffer.from(token, "base64").toString("latin1")) ?? [];
  const position = { page: Number(page), offset: Number(offset) };
  return encodePageToken(position) === token ? position : undefined;
}
