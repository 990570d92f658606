// For the programs of this folder, which are compiled without a test library.

/** Whether two types are the same. `any` is the same as nothing but itself, so a type that became `any` fails. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Whether a type is `any`. */
type IsAny<T> = 0 extends 1 & T ? true : false;

/** Compiles only with `true`. */
declare function assert<_T extends true>(): void;

/** Compiles only with `false`. */
declare function refute<_T extends false>(): void;
