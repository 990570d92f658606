/**
 * The base URL without its trailing slash.
 *
 * @throws TypeError when it is not an absolute http(s) URL, or holds credentials, a query or a fragment.
 */
export function parseBaseUrl(baseUrl: string): string {
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
  return url.href.replace(/\/+$/, "");
}
