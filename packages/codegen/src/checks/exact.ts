import { exactNumbersIn, hasExactNumbers, otherSchemas, successSchemas } from "../document/exact.ts";
import { addressOf } from "../document/spec.ts";
import { type Check, problemAt } from "./check.ts";

/** Warns where a number has the type of text, but a client cannot deliver or send it as text. */
export const checkExactNumbers: Check = (spec, operations) => {
  if (!hasExactNumbers(spec)) return [];
  return operations.flatMap((operation) => {
    const recursive = successSchemas(spec, operation).flatMap(
      (schema) => exactNumbersIn(spec, schema).recursive,
    );
    return [
      ...[...new Map(recursive.map((node) => [addressOf(node), node])).values()].map((node) => {
        const message = `${operation.key}: exact numbers in a schema that contains itself are delivered as text at its top only`;
        return problemAt(node, `${message}; deeper ones are numbers`, "warning");
      }),
      ...otherSchemas(spec, operation)
        .filter((schema) => exactNumbersIn(spec, schema).pointers.length > 0)
        .map((schema) => {
          const message = `${operation.key}: exact numbers are typed as text, but only 2xx responses deliver them so`;
          return problemAt(schema, `${message}; use another schema for requests and errors`, "warning");
        }),
    ];
  });
};
