import { operationsOf } from "../document/operations.ts";
import type { Spec } from "../document/spec.ts";
import { baseUrl } from "./base-url.ts";
import { describeForPeople, parameterForPeople } from "./describe-for-people.ts";
import { describeForWire, spannedParameters } from "./describe-for-wire.ts";
import { describeOperation } from "./describe-operation.ts";
import { describeSecurity } from "./describe-security.ts";
import { renderLiteral } from "./render-literal.ts";
import { share } from "./share.ts";
import { sharedParameters } from "./shared-parameters.ts";

/** `operations.ts`: what a client needs of an API at run time, and apart from it what people are told of it. */
export function renderOperations(spec: Spec): string {
  const operations = operationsOf(spec);
  const shared = sharedParameters(operations);
  const spanned = spannedParameters(operations);
  const wire = share("Parameter", shared, (parameter) => describeForWire(spec, parameter, spanned));
  const people = share("Facts", shared, (parameter) => parameterForPeople(spec, parameter));
  const table = operations.map((operation) => [operation.key, describeOperation(operation, wire.of)]);
  const help = operations.map((operation) => [operation.key, describeForPeople(operation, people.of)]);
  return `import type { paths } from "./schema.js";
${wire.declarations}
const operations = ${renderLiteral(Object.fromEntries(table))} as const;

/** The API at run time, for \`createClient\`. */
export const api = {
  baseUrl: ${renderLiteral(baseUrl(spec))},
  security: ${renderLiteral(describeSecurity(spec, operations))},
  operations: operations as typeof operations & { readonly "x-paths"?: paths },
} as const;
${people.declarations}
/** For help screens: what is accepted, and texts. A bundler drops it from programs that do not use it. */
export const descriptions = ${renderLiteral(Object.fromEntries(help))} as const;
`;
}
