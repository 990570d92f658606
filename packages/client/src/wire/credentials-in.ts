// Headers that carry no credential; any other may have been set by an `authorize` function.
const harmless = new Set(["accept", "accept-language", "content-type", "user-agent"]);

/** The credentials that a request carries, in every form in which an answer might echo them. */
export function credentialsIn(headers: Headers): string[] {
  const secrets = new Set<string>();
  for (const [name, value] of headers) {
    if (harmless.has(name)) continue;
    const token = value.slice(value.indexOf(" ") + 1);
    for (const secret of [value, token, ...decodeBasic(value, token)]) {
      // Shorter strings would blot out half of a message and are no secret worth the name.
      if (secret.length < 6) continue;
      secrets.add(secret).add(encodeURIComponent(secret));
    }
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

function decodeBasic(value: string, token: string): string[] {
  if (!value.startsWith("Basic ")) return [];
  const bytes = Uint8Array.from(atob(token), (char) => char.charCodeAt(0));
  const pair = new TextDecoder().decode(bytes);
  return [pair, pair.slice(pair.indexOf(":") + 1)];
}
