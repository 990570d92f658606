import { expectTypeOf, test } from "vitest";
import type { ItemAt } from "./types.ts";

interface Sim {
  iccid: string;
}

test("ItemAt follows a pointer to the element of an array", () => {
  expectTypeOf<ItemAt<{ sims: Sim[] }, "/sims">>().toEqualTypeOf<Sim>();
  expectTypeOf<ItemAt<{ data: { sims: readonly Sim[] } }, "/data/sims">>().toEqualTypeOf<Sim>();
  expectTypeOf<ItemAt<Sim[], "">>().toEqualTypeOf<Sim>();
});

test("ItemAt ignores null and undefined on the way", () => {
  expectTypeOf<ItemAt<{ data?: { sims: Sim[] | null } } | undefined, "/data/sims">>().toEqualTypeOf<Sim>();
});

test("ItemAt decodes slashes and tildes in keys", () => {
  expectTypeOf<ItemAt<{ "a/b": { "c~d": Sim[] } }, "/a~1b/c~0d">>().toEqualTypeOf<Sim>();
});

test("ItemAt keeps null records", () => {
  expectTypeOf<ItemAt<{ sims: (Sim | null)[] }, "/sims">>().toEqualTypeOf<Sim | null>();
});

test("ItemAt is never, not any, if there is no array", () => {
  expectTypeOf<ItemAt<{ sims: Sim[] }, "/sim">>().toBeNever();
  expectTypeOf<ItemAt<{ sims: Sim }, "/sims">>().toBeNever();
});
