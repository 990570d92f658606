import { expect, test } from "vitest";
import { secretPattern } from "./secret-pattern.ts";

test("base64url has letters of its own", () => {
  const secret = "~~~~???>>>";
  const base64 = btoa(secret);
  expect(base64).toBe("fn5+fj8/Pz4+Pg==");
  const pattern = secretPattern([secret]);
  for (const text of [base64, base64.replaceAll("+", "-").replaceAll("/", "_")]) {
    expect(text.replace(pattern ?? "", "X")).toBe("Xg==");
  }
});

test("a letter that JSON would not escape keeps the backslash before it", () => {
  expect(String.raw`{"a":"x\\secret"}`.replace(secretPattern(["secret"]) ?? "", "X")).toBe(
    String.raw`{"a":"x\\X"}`,
  );
});

test("the longest secret goes first, so that no tail of it stays", () => {
  expect("token-2".replace(secretPattern(["token", "token-2"]) ?? "", "X")).toBe("X");
});

test("there is no pattern without secrets", () => {
  expect(secretPattern([])).toBeUndefined();
});
