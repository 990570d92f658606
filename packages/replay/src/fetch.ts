/** What stands between a client and the wire. `globalThis.fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;
