import * as lean from "../src/lean.ts";

export * from "../src/lean.ts";

/** The lean client as a full one would be made: what the suites of both hold to account is the rest of it. */
export const createClient: typeof lean.createClient = (api, options) => {
  const { nextLink, nextLinkHeader, nextToken, offset, pageNumber } = lean;
  return lean.createClient(api, {
    ...options,
    styles: [nextLink, nextLinkHeader, nextToken, offset, pageNumber],
  });
};
