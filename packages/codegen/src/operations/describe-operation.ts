import type { Operation, Parameter } from "../document/operations.ts";
import { child, stringAt } from "../document/place.ts";
import { undescribedPathParameters } from "../document/undescribed-path-parameters.ts";

type Entry = readonly [name: string, description: unknown];

/** An entry of the operation table: the `OperationDescription` of `@usagewire/client`. */
export function describeOperation(
  operation: Operation,
  describe: (parameter: Parameter) => unknown,
): { readonly [key: string]: unknown } {
  const { place, parameters } = operation;
  const described = (location: string): Entry[] =>
    parameters
      .filter((parameter) => parameter.in === location)
      .map((parameter) => [parameter.name, describe(parameter)]);
  const assumed = undescribedPathParameters(operation).map(
    (name): Entry => [name, { type: "string", required: true }],
  );
  return {
    operationId: stringAt(place, "operationId"),
    pagination: child(place, "x-pagination").value,
    window: child(place, "x-window").value,
    idempotent: child(place, "x-idempotent").value,
    path: unlessEmpty([...described("path"), ...assumed]),
    query: unlessEmpty(described("query")),
  };
}

const unlessEmpty = (entries: readonly Entry[]) =>
  entries.length === 0 ? undefined : Object.fromEntries(entries);
