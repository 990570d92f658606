// Loaded before a snippet: what it asks of a provider goes to a server of the test, and nothing leaves the machine.
const hosts: Record<string, string> = JSON.parse(process.env.SNIPPET_HOSTS ?? "{}");
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, hostname, pathname, search } = new URL(request.url);
  const target = hosts[origin];
  if (target !== undefined) return fetch(new Request(new URL(pathname + search, target), request));
  if (!LOOPBACK.has(hostname))
    throw new Error(`the snippet asks ${origin}, which the test's hosts do not name`);
  return fetch(request);
};
