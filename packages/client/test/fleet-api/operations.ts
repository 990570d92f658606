import type { paths } from "./schema.js";

const operations = {
  "GET /v1/Usage": {
    operationId: "ListUsage",
    pagination: {
      style: "next-link",
      items: "/records",
      next: "$response.body#/next",
      pageSize: { param: "PageSize", default: 2, maximum: 100 },
    },
    window: {
      start: "StartTime",
      end: "EndTime",
      bounds: "[)",
      format: "date-time",
      order: "ascending",
      step: "day",
    },
    query: {
      Granularity: { type: "string", values: ["hour", "day"] },
      Group: { type: "string", values: ["sim", "fleet"], open: true },
      StartTime: { type: "string", format: "date-time" },
      EndTime: { type: "string", format: "date-time" },
      StartDate: { type: "string", format: "date" },
      PageSize: { type: "integer", minimum: 1, maximum: 100 },
      filter: { type: ["string", "array"], arrayName: "filter[]" },
    },
  },
  "GET /v1/Plain": {
    operationId: "ListPlain",
    pagination: { style: "next-token", items: "/records", next: "$response.body#/token", param: "token" },
    query: { token: { type: "string" } },
  },
  "POST /v1/Usage": { operationId: "CreateUsage" },
  "GET /accounts/{AccountSid}/Usage/{Day}.json": {
    operationId: "FetchDay",
    path: {
      AccountSid: { type: "string", required: true, clientDefault: "accountSid" },
      Day: { type: "string", required: true, format: "date" },
    },
  },
} as const;

export const api = {
  baseUrl: "https://fleet.example.com",
  security: [{ type: "http", scheme: "basic" }],
  operations: operations as typeof operations & { readonly "x-paths"?: paths },
} as const;
