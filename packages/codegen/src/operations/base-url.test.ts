import { expect, test } from "vitest";
import { specOf } from "../document/spec.ts";
import { baseUrl } from "./base-url.ts";

const variables = { region: { default: "eu" }, port: { default: 8080 } };

test.each([
  [[{ url: "https://api.example.com" }, { url: "https://other.example.com" }], "https://api.example.com"],
  [[{ url: "https://api.example.com/v1/" }], "https://api.example.com/v1"],
  [[{ url: "http://{region}.example.com:{port}", variables }], "http://eu.example.com:8080"],
  [[{ url: "/v1" }], ""],
  [[], ""],
  [undefined, ""],
])("%j → %j", (servers, expected) => {
  expect(baseUrl(specOf(new Map([["", { servers }]])))).toBe(expected);
});
