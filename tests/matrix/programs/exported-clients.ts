// Makes a client from an operation table of its own, and exports it and what it returns.
import { type ApiDescription, bearer, createClient, firstAccepted, header } from "@usagewire/client";

interface Sim {
  readonly iccid: string;
  readonly bytes: number;
}

interface Paths {
  "/sims": {
    get: {
      parameters: { query?: { since?: string; page?: number } };
      responses: { 200: { content: { "application/json": { sims: Sim[] } } } };
    };
    post: {
      parameters: { query?: never };
      requestBody: { content: { "application/json": { iccid: string } } };
      responses: {
        201: { content: { "application/json": Sim } };
        409: { content: { "application/json": string } };
      };
    };
  };
}

const api = {
  baseUrl: "https://sims.example.com",
  operations: {
    "GET /sims": {
      pagination: { style: "page-number", items: "/sims", param: "page", first: 1 },
      query: { since: { format: "date" } },
    },
  },
} as const satisfies ApiDescription;

export const client = createClient<Paths, typeof api>(api, {
  authorize: firstAccepted(bearer("t"), header("x-key", "k")),
});
export const createSim = () => client.POST("/sims", { body: { iccid: "1" } });

export async function walkSims(): Promise<void> {
  const sims = await client
    .paginate("/sims", { params: { query: { since: new Date() } }, concurrency: 4 })
    .toArray();
  assert<Same<typeof sims, Sim[]>>();
  const { data, error } = await createSim();
  if (error === undefined) assert<Same<typeof data, Sim>>();
  refute<IsAny<typeof error>>();
}
