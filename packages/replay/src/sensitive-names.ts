const SENSITIVE = [
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "api-key",
  "x-api-key",
  "x-auth-token",
  "x-csrf-token",
  "x-amz-security-token",
  "auth-token",
  "access-token",
  "refresh-token",
  "id-token",
  "client-secret",
  "secret",
  "password",
];

/**
 * Tells headers, query parameters, form fields and JSON members whose value is a credential. `apiKey`, `api_key`
 * and `API-Key` are one name.
 */
export function sensitiveNames(more: readonly string[]): (name: string) => boolean {
  const names = new Set([...SENSITIVE, ...more].map(plain));
  return (name) => names.has(plain(name));
}

function plain(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}
