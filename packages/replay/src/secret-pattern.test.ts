import { expect, test } from "vitest";
import { secretPattern } from "./secret-pattern.ts";

test("finds secrets in base64url", () => {
  const secret = "~~~~???>>>";
  const base64 = btoa(secret);
  expect(base64).toBe("fn5+fj8/Pz4+Pg==");
  const pattern = secretPattern([secret]);
  for (const text of [base64, base64.replaceAll("+", "-").replaceAll("/", "_")]) {
    expect(text.replace(pattern ?? "", "X")).toBe("Xg==");
  }
});

test("finds a character that is percent-encoded, with the letters of its number in either case", () => {
  const pattern = secretPattern(["secret\u00ef\u00fb"]) ?? "";
  for (const text of ["secret%C3%AF%C3%BB", "secret%c3%af%c3%bb", "secret%C3%af%c3%BB"]) {
    expect(text.replace(pattern, "X")).toBe("X");
  }
});

test("keeps a backslash before a letter that JSON does not escape", () => {
  expect(String.raw`{"a":"x\\secret"}`.replace(secretPattern(["secret"]) ?? "", "X")).toBe(
    String.raw`{"a":"x\\X"}`,
  );
});

test("prefers the longest secret, so that no part of it remains", () => {
  expect("token-2".replace(secretPattern(["token", "token-2"]) ?? "", "X")).toBe("X");
});

test("returns no pattern without secrets", () => {
  expect(secretPattern([])).toBeUndefined();
});
