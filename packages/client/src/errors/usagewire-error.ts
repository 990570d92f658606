import { causes } from "./causes.ts";

interface ErrorClass<E extends UsagewireError> {
  readonly prototype: E;
  readonly kind: string;
}

/** Under a registered symbol, an error of any copy of the package tells its class's kind and those it is derived from. */
const kinds = Symbol.for("usagewire.kinds");

/**
 * What every error of the client extends. Its classes are recognised by their kinds and not by
 * `instanceof`, which fails as soon as an install holds two copies of the package.
 */
export abstract class UsagewireError extends Error {
  static readonly kind: string = "UsagewireError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.kind;
    Object.defineProperty(this, kinds, { value: kindsOf(new.target) });
  }

  /** Whether a value is an error of this class or of one derived from it, from whichever copy of the package. */
  static is<E extends UsagewireError>(this: ErrorClass<E>, value: unknown): value is E {
    return (
      typeof value === "object" && value !== null && Reflect.get(value, kinds)?.includes(this.kind) === true
    );
  }

  /** The first error of this class in `value` and its chain of `cause`s: what made a `paginate` fail, say. */
  static find<E extends UsagewireError>(this: ErrorClass<E>, value: unknown): E | undefined {
    for (const error of causes(value)) {
      if (UsagewireError.is.call(this, error)) return error as E; // `is` ran with the class that E is of
    }
    return undefined;
  }
}

function kindsOf(type: { readonly kind?: string }): string[] {
  return type.kind === undefined ? [] : [type.kind, ...kindsOf(Object.getPrototypeOf(type))];
}
