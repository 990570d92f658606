/** `{ [Symbol.asyncDispose](): Promise<void> }` for compilers whose library has the symbol; nothing for others. */
export type AsyncDisposableIfKnown = SymbolConstructor extends {
  readonly asyncDispose: infer S extends symbol;
}
  ? { [K in S]: () => Promise<void> }
  : unknown;

/** Node 20 had no such symbol before 20.4; polyfills register it under this name. */
export const asyncDispose: typeof Symbol.asyncDispose = /* @__PURE__ */ ((): typeof Symbol.asyncDispose =>
  Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose"))();
