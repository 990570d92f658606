import { expect, it } from "vitest";
import { flagsOf } from "./flag.ts";

const operation = {
  name: "usage",
  path: "/usage/{id}",
  paged: true,
  description: {
    pagination: {
      style: "offset",
      items: "",
      param: "offset",
      pageSize: { param: "per_page", default: 10 },
    },
  },
  help: {
    path: { id: { type: "string", required: true } },
    query: { Id: {}, per_page: {}, offset: {}, format: {}, tags: { type: ["string", "array"] } },
  },
} as const;

it("calls the page size the same everywhere, and steps aside where a name is taken", () => {
  const names = flagsOf(operation, ["format"]).map(({ name, parameter }) => `${parameter}: ${name}`);
  expect(names).toEqual([
    "id: id",
    "Id: api-id",
    "per_page: page-size",
    "offset: offset",
    "format: api-format",
    "tags: tags",
  ]);
});

it("lets a parameter be repeated that takes an array", () => {
  expect(flagsOf(operation).filter(({ repeatable }) => repeatable)).toMatchObject([{ name: "tags" }]);
});
