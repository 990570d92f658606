const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The base URL without its trailing slash.
 *
 * @throws TypeError when it is plain http to another machine, unless that is allowed, or when it is not an absolute http(s) URL, or holds credentials, a query or a fragment.
 */
export function parseBaseUrl(baseUrl: string, allowHttp: boolean): string {
  const accepted = "give an absolute http(s) URL such as https://api.example.com";
  if (!URL.canParse(baseUrl))
    throw new TypeError(`baseUrl ${JSON.stringify(baseUrl)} is not an absolute URL; ${accepted}`);
  const url = new URL(baseUrl);
  // From here on the URL may hold a password, so that it is not quoted.
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new TypeError(`baseUrl is a ${url.protocol} URL; ${accepted}`);
  if (url.username !== "" || url.password !== "")
    throw new TypeError(`baseUrl holds credentials; ${accepted}`);
  if (url.search !== "" || url.hash !== "")
    throw new TypeError(`baseUrl holds a query or a fragment; ${accepted}`);
  if (url.protocol === "http:" && !allowHttp && !loopback.test(url.hostname))
    throw new TypeError(
      "baseUrl is an http: URL, which anyone on the way can read; give https:, or allowHttp: true",
    );
  return url.href.replace(/\/+$/, "");
}
