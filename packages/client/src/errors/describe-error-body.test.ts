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
  [
    "RFC 9457 with several errors",
    {
      title: "Invalid",
      code: 20001,
      errors: [
        { pointer: "/StartTime", detail: "is in the future" },
        "no Sim",
        { x: 1 },
        { detail: "left out" },
      ],
    },
    { code: 20001, text: "Invalid: /StartTime is in the future; no Sim" },
  ],
  ["errors that are no list", { title: "Bad", errors: { a: 1 } }, { text: "Bad" }],
  ["Onomondo's", { error: "not_found" }, { code: "not_found", text: "not_found" }],
  ["an array", [], {}],
  ["no object", "oops", {}],
])("reads %s", (_, body, described) => {
  expect(describeErrorBody(body)).toEqual(described);
});
