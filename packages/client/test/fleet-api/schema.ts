// What codegen writes for an invented API, small enough to be read beside the tests that use it.
export interface paths {
  "/v1/Usage": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: operations["ListUsage"];
    put?: never;
    post: operations["CreateUsage"];
  };
  "/v1/Plain": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: operations["ListPlain"];
  };
  "/accounts/{AccountSid}/Usage/{Day}.json": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: operations["FetchDay"];
  };
}

export interface components {
  schemas: {
    UsageRecord: { sim: string | null; bytes: number; price: string | number | null };
    Failure: { code: number; message: string };
  };
}

export interface operations {
  ListUsage: {
    parameters: {
      query?: {
        Granularity?: "hour" | "day";
        Group?: "sim" | "fleet" | (string & {});
        StartTime?: string;
        EndTime?: string;
        StartDate?: string;
        PageSize?: number;
        filter?: string | string[];
      };
      header?: { "X-Fleet"?: string };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: {
          "application/json": {
            records: components["schemas"]["UsageRecord"][];
            next?: string | null;
          };
        };
      };
      default: {
        headers: { [name: string]: unknown };
        content: { "application/json": components["schemas"]["Failure"] };
      };
    };
  };
  ListPlain: {
    parameters: { query?: { token?: string }; header?: never; path?: never; cookie?: never };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { "application/json": { records: { id: number }[]; token?: string } };
      };
    };
  };
  CreateUsage: {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    requestBody: { content: { "application/json": { bytes: number } } };
    responses: {
      201: {
        headers: { [name: string]: unknown };
        content: { "application/json": components["schemas"]["UsageRecord"] };
      };
    };
  };
  FetchDay: {
    parameters: {
      query?: never;
      header?: never;
      path: { AccountSid: string; Day: string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { "application/json": { day: string } };
      };
    };
  };
}

export interface paths {
  readonly "x-api"?: typeof import("./operations.js").api;
}
