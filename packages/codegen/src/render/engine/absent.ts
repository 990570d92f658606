/**
 * In place of packages that openapi-typescript imports for what we do not use: reading, bundling and linting of files (we
 * read them ourselves, and nothing in the package can make a request), colours, and its own command.
 */

/** The tokens of a reference to a part of the document, which is not percent-encoded; see `oneDocument`. */
export const parseRef = (ref: string): { readonly uri: null; readonly pointer: string[] } => ({
  uri: null,
  pointer: ref.startsWith("#/")
    ? ref
        .slice(2)
        .split("/")
        .map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"))
        .filter((token) => token !== "")
    : [],
});

export const escapePointer = (token: string | number): string =>
  String(token).replace(/~/g, "~0").replace(/\//g, "~1");

function absent(): never {
  throw new Error("openapi-typescript used a package that codegen does not contain");
}

export {
  absent as BaseResolver,
  absent as bundle,
  absent as createConfig,
  absent as default,
  absent as lintDocument,
  absent as makeDocumentFromString,
  absent as pascalCase,
  absent as Source,
};
