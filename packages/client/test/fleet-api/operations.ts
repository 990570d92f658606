import type { paths } from "./schema.js";

const operations = {
  "GET /v1/Usage": {
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
    parameters: {
      query: ["Granularity", "Group", "PageSize", "StartTime", "EndTime", "StartDate", "filter"],
      header: ["X-Fleet"],
    },
    query: {
      StartTime: { format: "date-time" },
      EndTime: { format: "date-time" },
      StartDate: { format: "date" },
      filter: { arrayName: "filter[]" },
    },
  },
  "GET /v1/Plain": {
    pagination: { style: "next-token", items: "/records", next: "$response.body#/token", param: "token" },
  },
  "POST /v1/Usage": {},
  "GET /accounts/{AccountSid}/Usage/{Day}.json": {
    path: {
      AccountSid: { clientDefault: "accountSid" },
      Day: { format: "date" },
    },
  },
} as const;

export const api = {
  baseUrl: "https://fleet.example.com",
  operations: operations as typeof operations & { readonly "x-paths"?: paths },
} as const;
