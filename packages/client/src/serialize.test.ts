import { createQuerySerializer } from "openapi-fetch";
import { expect, it } from "vitest";
import type { ParameterDescription } from "./api-description.ts";
import { serializeQuery } from "./serialize.ts";

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// The examples of the OpenAPI specification, 4.8.12.4 "Style Examples".
it.each<[ParameterDescription, unknown, string]>([
  [{}, array, "color=blue&color=black&color=brown"],
  [{ explode: false }, array, "color=blue,black,brown"],
  [{ style: "spaceDelimited" }, array, "color=blue%20black%20brown"],
  [{ style: "pipeDelimited" }, array, "color=blue|black|brown"],
  [{ style: "pipeDelimited", explode: true }, array, "color=blue&color=black&color=brown"],
  [{}, object, "R=100&G=200&B=150"],
  [{ explode: false }, object, "color=R,100,G,200,B,150"],
  [{ style: "deepObject" }, object, "color[R]=100&color[G]=200&color[B]=150"],
  [{ style: "deepObject", explode: true }, object, "color[R]=100&color[G]=200&color[B]=150"],
])("serializes a parameter described as %j with the value %j to %s", (parameter, color, query) => {
  expect(serializeQuery({ color }, { color: parameter })).toBe(query);
});

it.each<[ParameterDescription, unknown]>([
  [{}, []],
  [{}, ["a b", "c&d=e", "é"]],
  [{ explode: false }, ["a b", "c,d", "é"]],
  [{ style: "form", explode: true }, { "a b": "c d" }],
  [{ style: "deepObject" }, { a: "b&c", d: 1 }],
])("serializes a parameter described as %j with the value %j like openapi-fetch", (parameter, value) => {
  const explode = parameter.explode ?? true;
  const openapiFetch = createQuerySerializer({
    array: { style: "form", explode },
    object: { style: parameter.style === "deepObject" ? "deepObject" : "form", explode },
  });
  expect(serializeQuery({ name: value }, { name: parameter })).toBe(openapiFetch({ name: value }));
});

it("sends an empty list that is not exploded, because it differs from no list", () => {
  expect(serializeQuery({ color: [], a: 1 }, { color: { explode: false } })).toBe("color=&a=1");
});
