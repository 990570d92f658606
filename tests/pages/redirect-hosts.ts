// Loaded before a snippet: requests to a provider go to the test's server, and none leaves the machine.
const hosts: Record<string, string> = JSON.parse(process.env.SNIPPET_HOSTS ?? "{}");
const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, hostname, pathname, search } = new URL(request.url);
  const target = hosts[origin];
  if (target !== undefined) return fetch(new Request(new URL(pathname + search, target), request));
  if (!loopback.has(hostname)) throw new Error(`the test names no host for a snippet's request to ${origin}`);
  return fetch(request);
};
