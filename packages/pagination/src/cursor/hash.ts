/** FNV-1a over the text's UTF-16 code units, 32 bits: enough to notice an accident, no protection against intent. */
export function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return (state >>> 0).toString(36).padStart(7, "0");
}
