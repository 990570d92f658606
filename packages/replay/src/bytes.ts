/** @throws DOMException if the text is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return fromBinaryString(atob(text));
}

export function encodeBase64(bytes: Uint8Array): string {
  return btoa(toBinaryString(bytes));
}

/** A text with one character (U+0000 to U+00FF) for each byte. */
export function toBinaryString(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function fromBinaryString(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
