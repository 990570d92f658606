import { expect, test } from "vitest";
import { locator } from "./locate.ts";

const yaml = `paths:
  /usage:
    get: &get
      responses:
        200: { description: ok }
        "404":
          description: none
    post: *get
tags:
  - name: a
  - name: b
`;

test.each([
  ["", 1, 1],
  ["/paths/~1usage/get", 3, 5],
  ["/paths/~1usage/get/responses/200/description", 5, 16],
  ["/paths/~1usage/get/responses/404", 6, 9],
  ["/paths/~1usage/post/responses/404/description", 7, 11],
  ["/tags/1", 11, 5],
])("%s is at line %i, column %i", (pointer, line, column) => {
  expect(locator(yaml)(pointer)).toEqual({ line, column });
});

test("past what is there, the last step that is", () => {
  expect(locator(yaml)("/paths/~1usage/get/parameters/0")).toEqual({ line: 3, column: 5 });
});

test("JSON, as much as YAML", () => {
  expect(locator('{\n  "a": [1,\n    { "b": 2 }]\n}')("/a/1/b")).toEqual({ line: 3, column: 7 });
});

test("nothing at all is at the beginning", () => {
  expect(locator("")("/a")).toEqual({ line: 1, column: 1 });
});
