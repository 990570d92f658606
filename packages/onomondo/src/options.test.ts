import { expect, it } from "vitest";
import { createOnomondo } from "./index.ts";

it("createOnomondo refuses options that it does not know, by name", () => {
  const misspelled: object = { apiKey: "onok_1", autScheme: "raw" };
  expect(() => createOnomondo(misspelled)).toThrow(
    'createOnomondo: unknown option "autScheme"; did you mean "authScheme"? valid options are apiKey, authScheme, ',
  );
  const retries: object = { apiKey: "onok_1", retries: 5 };
  expect(() => createOnomondo(retries)).toThrow(
    'createOnomondo: unknown option "retries"; did you mean "retry"? valid options are ',
  );
  expect(() => createOnomondo({ apiKey: "onok_1", authScheme: "raw", timeout: 5 })).not.toThrow();
});
