import { onomondoError } from "./onomondo-error.ts";

export interface Filter {
  readonly key: string;
  readonly value: string;
}

/** One filter as `filter=key:value`, several as `filter[]=key:value` each; they must all hold. */
export function readFilters(query: URLSearchParams, keys: readonly string[]): readonly Filter[] {
  const single = query.getAll("filter");
  if (single.length > 1) throw onomondoError(400, "invalid_filter");
  return [...single, ...query.getAll("filter[]")].map((text) => {
    const [, key, value] = /^(\w+):(.+)$/.exec(text) ?? [];
    if (key === undefined || value === undefined || !keys.includes(key))
      throw onomondoError(400, "invalid_filter");
    return { key, value };
  });
}
