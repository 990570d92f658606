import type { ContractClient, CreateClient } from "../../src/index.ts";

interface Options {
  /** A mistake that a contract test must find. */
  readonly mistake?:
    | "drops the filter"
    | "loses a record"
    | "loses a record in pages"
    | "changes a page"
    | "floats the price"
    | "sends no credentials"
    | "stops early";
}

/** A hand-written client of the tiny API. */
export const createTinyClient =
  ({ mistake }: Options = {}): CreateClient =>
  ({ fetch, scheme }) => {
    const send = async (path: string, query: Readonly<Record<string, unknown>>): Promise<Response> => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) {
        if (Array.isArray(value)) for (const one of value) search.append(`${name}[]`, String(one));
        else search.append(name, String(value));
      }
      const headers: HeadersInit =
        mistake === "sends no credentials" ? {} : { authorization: `${scheme} t0p-secret` };
      return fetch(new Request(`http://localhost/v2${path}?${search}`, { headers }));
    };

    async function* pages(path: string, query: Readonly<Record<string, unknown>>) {
      let next: unknown;
      do {
        const { kind: _, ...rest } = query;
        const kept = next !== undefined && mistake === "drops the filter" ? rest : query;
        const response = await send(path, { ...kept, ...(next !== undefined && { after: next }) });
        const body = await response.json();
        if (!response.ok)
          throw new Error("failed", { cause: Object.assign(new Error(), { status: response.status, body }) });
        const items = mistake === "loses a record" ? body.things.slice(0, 1) : body.things;
        yield { items, body };
        next = mistake === "stops early" ? null : body.next;
      } while (next !== null);
    }

    const client: ContractClient = {
      async GET(path, { params }) {
        const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String(params.path[name]));
        const response = await send(filled, params.query);
        const body = await response.json();
        if (mistake === "floats the price" && "price" in body) body.price = Number(body.price);
        return response.ok ? { data: body, response } : { error: body, response };
      },
      paginate: (path, { params }) => ({
        async *pages() {
          for await (const { items, body } of pages(path, params.query)) {
            yield {
              items: mistake === "loses a record in pages" ? items.slice(1) : items,
              body: mistake === "changes a page" ? { ...body, seen: true } : body,
            };
          }
        },
        async *[Symbol.asyncIterator]() {
          for await (const { items } of pages(path, params.query)) yield* items;
        },
      }),
    };
    return client;
  };
