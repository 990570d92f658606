/** Two letters and the offset in base64, padding included: clients must take care of its `=`. */
export const encodePageToken = (offset: number): string => {
  const text = String(offset);
  // Lengthened where base64 would need no padding.
  const padded = text.length % 3 === 0 ? text.padStart(text.length + 1, "0") : text;
  return `AP${Buffer.from(padded).toString("base64")}`;
};

/** The offset in a token; undefined when it was not issued here. */
export function decodePageToken(token: string): number | undefined {
  if (!token.startsWith("AP")) return undefined;
  const text = Buffer.from(token.slice(2), "base64").toString("latin1");
  if (!/^\d{1,16}$/.test(text)) return undefined;
  const offset = Number(text);
  return encodePageToken(offset) === token ? offset : undefined;
}
