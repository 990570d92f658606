// Headers that carry no credential; any other may have been set by an `authorize` function.
const harmless = new Set(["accept", "accept-language", "content-type", "user-agent"]);

/** The credentials that a request carries, in every form in which an answer might echo them, longest first. */
export function credentialsIn(headers: Headers): string[] {
  const secrets = new Set<string>();
  for (const [name, value] of headers) {
    if (harmless.has(name)) continue;
    const token = value.slice(value.indexOf(" ") + 1);
    for (const secret of [value, token, ...decodeBasic(value, token)]) {
      // Shorter strings would blot out half of a message and are no secret worth the name.
      if (secret.length >= 6) for (const form of formsOf(secret)) secrets.add(form);
    }
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

function decodeBasic(value: string, token: string): string[] {
  if (!value.startsWith("Basic ")) return [];
  try {
    const bytes = Uint8Array.from(atob(token), (char) => char.charCodeAt(0));
    const pair = new TextDecoder().decode(bytes);
    return [pair, pair.slice(pair.indexOf(":") + 1)];
  } catch {
    return []; // a header of the caller's own, which is no Basic after all
  }
}

function formsOf(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const strict = percent.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const json = JSON.stringify(secret).slice(1, -1);
  const padded = btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
  const base64 = padded.replace(/=+$/, "");
  return [
    secret,
    ...[percent, strict].flatMap((form) => [form, lowerCase(form), form.replaceAll("%20", "+")]),
    json,
    json.replaceAll("/", "\\/"),
    padded,
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_"),
  ];
}

const lowerCase = (percent: string): string => percent.replace(/%../g, (code) => code.toLowerCase());
