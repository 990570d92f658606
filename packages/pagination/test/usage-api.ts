/** A small API as openapi-typescript and the generated operation table would describe it. */
export interface paths {
  "/records": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: {
          Group?: "sim" | "fleet";
          PageSize?: number;
          filter?: string | string[];
          from?: string;
          to?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": { usage_records: UsageRecord[]; meta: { next_page_url: string | null } };
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: { "application/json": { code: number; message: string } };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sims/{sim}/days": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { sim: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": { day: string }[] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/events": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { kind?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { "application/json": { events: { id: number }[]; next?: string } };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/total": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": { bytes: number } } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  readonly "x-api"?: typeof api;
}

export interface UsageRecord {
  sim: string | null;
  bytes: number;
}

export const operations = {
  "GET /records": {
    pagination: {
      style: "next-link",
      items: "/usage_records",
      next: "$response.body#/meta/next_page_url",
      pageSize: { param: "PageSize", default: 2, maximum: 10 },
    },
    window: {
      start: "from",
      end: "to",
      bounds: "[)",
      format: "date",
      order: "ascending",
      step: "day",
      max: "P1D",
    },
    query: { Group: {}, PageSize: {}, filter: { arrayName: "filter[]" } },
  },
  "GET /sims/{sim}/days": { pagination: { style: "page-number", items: "", param: "page", first: 1 } },
  "GET /events": {
    pagination: { style: "next-token", items: "/events", next: "$response.body#/next", param: "after" },
  },
  "GET /total": { pagination: { style: "none" } },
} as const;

export const api = { operations: operations as typeof operations & { readonly "x-paths"?: paths } } as const;
