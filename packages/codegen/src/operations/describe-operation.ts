import type { Operation, Parameter } from "../document/operations.ts";
import { child } from "../document/place.ts";
import { describedIn } from "./described-in.ts";

/** An entry of the operation table: the `OperationDescription` of `@usagewire/client`. */
export function describeOperation(
  { place, parameters }: Operation,
  describe: (parameter: Parameter) => unknown,
): { readonly [key: string]: unknown } {
  return {
    pagination: child(place, "x-pagination").value,
    window: child(place, "x-window").value,
    idempotent: child(place, "x-idempotent").value,
    path: describedIn("path", parameters, describe),
    query: describedIn("query", parameters, describe),
  };
}
