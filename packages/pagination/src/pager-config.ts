import type { ConcurrencyOption, PagerOptions } from "./options/pager-options.ts";
import type { PagerSource } from "./pager-source.ts";
import type { OffsetScheme, PageNumberScheme } from "./scheme.ts";

/**
 * What `createPager` takes. Several pages at once only where the pages to come can be told in advance: in numbered lists,
 * and in lists that are cut into windows; elsewhere `concurrency` does not compile. Code for schemes that are known only at
 * run time casts to this type: `createPager` checks the same, and throws at once.
 */
export type PagerConfig<Body> = PagerSource<Body> &
  PagerOptions &
  (Numbered | Windowed | { readonly concurrency?: 1 | undefined });

type Numbered = ConcurrencyOption & { readonly scheme: OffsetScheme | PageNumberScheme };
type Windowed = ConcurrencyOption & { readonly windows: readonly string[] };
