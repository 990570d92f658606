import type { ApiDescription, OperationDescription } from "../api-description.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The operation table that a generated `paths` carries; of other `paths`, nothing is known. */
export type ApiOf<Paths> = "x-api" extends keyof Paths
  ? NonNullable<Paths["x-api"]> extends infer Api extends ApiDescription
    ? Api
    : ApiDescription
  : ApiDescription;

/** The paths that have an operation for the method. */
export type PathWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends { readonly [K in M]: infer Operation }
    ? [Operation] extends [undefined]
      ? never
      : P
    : never;
}[keyof Paths] &
  string;

/** The paths whose GET answers with a list that the pager can walk. */
export type PagedPath<Paths, Api extends ApiDescription> = {
  [P in PathWith<Paths, "get">]: DescriptionOf<Api, "get", P> extends {
    readonly pagination: { readonly items: string };
  }
    ? P
    : never;
}[PathWith<Paths, "get">];

/** The paths whose list can also be cut by time. */
export type WindowedPath<Paths, Api extends ApiDescription> = {
  [P in PagedPath<Paths, Api>]: DescriptionOf<Api, "get", P> extends { readonly window: object } ? P : never;
}[PagedPath<Paths, Api>];

/** The types of one operation, as openapi-typescript writes them. */
export type OperationOf<Paths, M extends Method, P extends keyof Paths> = Paths[P] extends {
  readonly [K in M]: infer O;
}
  ? O
  : never;

/** The operation table's entry of one operation. */
export type DescriptionOf<
  Api extends ApiDescription,
  M extends Method,
  P extends string,
> = Api["operations"] extends {
  readonly [K in `${Uppercase<M>} ${P}`]: infer D extends OperationDescription;
}
  ? D
  : OperationDescription;
