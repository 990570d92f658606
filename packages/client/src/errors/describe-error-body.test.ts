import { expect, it } from "vitest";
import { describeErrorBody } from "./describe-error-body.ts";

it.each([
  [
    "Twilio's legacy body",
    { code: 20404, message: "Not found", status: 404 },
    { code: 20404, text: "Not found" },
  ],
  ["one without a code", { message: "Not found", status: 404 }, { text: "Not found" }],
  ["RFC 9457", { title: "Bad", detail: "StartTime", status: 400 }, { text: "Bad: StartTime" }],
  ["Onomondo's", { error: "not_found" }, { code: "not_found", text: "not_found" }],
  ["an array", [], {}],
  ["no object", "oops", {}],
])("reads %s", (_, body, described) => {
  expect(describeErrorBody(body)).toEqual(described);
});
