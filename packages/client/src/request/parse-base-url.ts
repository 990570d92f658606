const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The base URL without its trailing slash.
 *
 * @throws TypeError when it is plain http to another machine, unless that is allowed, or when it is not an absolute http(s) URL, or holds credentials, a query or a fragment.
 */
export function parseBaseUrl(baseUrl: string, allowHttp: boolean): string {
  // Not quoted, as it may hold a password, with or without a scheme.
  if (!URL.canParse(baseUrl)) throw refusal("is not an absolute URL");
  const { protocol, hostname, username, password, search, hash, href } = new URL(baseUrl);
  if (!/^https?:$/.test(protocol)) throw refusal("is neither an https: nor an http: URL");
  if (username + password !== "") throw refusal("holds credentials");
  if (search + hash !== "") throw refusal("holds a query or a fragment");
  if (protocol === "http:" && !allowHttp && !loopback.test(hostname))
    throw new TypeError(
      "baseUrl is an http: URL, which anyone on the way can read; give https:, or allowHttp: true",
    );
  return href.replace(/\/+$/, "");
}

const refusal = (problem: string): TypeError =>
  new TypeError(`baseUrl ${problem}; give an absolute http(s) URL such as https://api.example.com`);
