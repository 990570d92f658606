/** One example of the walk, as `vectors/vector.schema.json` describes it. */
export interface Vector {
  readonly name: string;
  readonly scheme: { readonly style: string; readonly param?: string; readonly first?: number };
  readonly query?: string;
  readonly options?: {
    readonly prefetch?: 0 | 1;
    readonly concurrency?: number;
    readonly [option: string]: unknown;
  };
  readonly exchanges: readonly Exchange[];
  readonly stopAfter?: number;
  readonly expect: Expectation & {
    readonly itemsYielded?: number;
    readonly resume?: Expectation & { readonly exchanges: readonly Exchange[] };
  };
}

export interface Expectation {
  readonly items: readonly unknown[];
  readonly error?: string | null;
  readonly truncated?: boolean;
}

export interface Exchange {
  readonly query: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly failure?: "connection" | "timeout" | "malformed" | { readonly status: number };
}
