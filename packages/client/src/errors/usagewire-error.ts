import { causes } from "./causes.ts";

interface ErrorClass<E extends UsagewireError> {
  readonly prototype: E;
  readonly marker: symbol;
}

/**
 * What every error of the client extends. Its classes are recognised by a registered symbol and not by
 * `instanceof`, which fails as soon as an install holds two copies of the package.
 */
export abstract class UsagewireError extends Error {
  static readonly marker: symbol = Symbol.for("usagewire.UsagewireError");

  override readonly name: string = "UsagewireError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    for (let type: unknown = new.target; isMarked(type); type = Object.getPrototypeOf(type)) {
      Object.defineProperty(this, type.marker, { value: true });
    }
  }

  /** Whether a value is an error of this class or of one derived from it, from whichever copy of the package. */
  static is<E extends UsagewireError>(this: ErrorClass<E>, value: unknown): value is E {
    return typeof value === "object" && value !== null && Reflect.get(value, this.marker) === true;
  }

  /** The first error of this class in `value` and its chain of `cause`s: what made a `paginate` fail, say. */
  static find<E extends UsagewireError>(this: ErrorClass<E>, value: unknown): E | undefined {
    for (const error of causes(value)) {
      if (UsagewireError.is.call(this, error)) return error as E; // `is` ran with the class that E is of
    }
    return undefined;
  }
}

function isMarked(type: unknown): type is { marker: symbol } {
  return typeof type === "function" && Object.hasOwn(type, "marker");
}
