/** The forms in which a secret may turn up in a text, each of them as good as the secret itself. */
export function spellings(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = [0, 1, 2].map((offset) => base64Within(secret, offset));
  return [
    ...new Set([
      secret,
      percent,
      percent.replace(/%../g, (code) => code.toLowerCase()),
      encodeURIComponent(percent),
      json,
      json.replaceAll("/", "\\/"),
      Buffer.from(secret).toString("hex"),
      ...base64,
      ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    ]),
  ];
}

/** What a secret looks like in the base64 of a longer text in which that many bytes, modulo 3, stand before it. */
function base64Within(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  // The characters that the bytes before it have a share in are not the secret's.
  return whole.slice(offset === 0 ? 0 : 4);
}

/** The secrets that a text gives away, by the form in which they stand in it. */
export const leaksIn = (text: string, secrets: readonly string[]): string[] =>
  secrets.flatMap(spellings).filter((form) => text.includes(form));
