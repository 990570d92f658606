import { operationsOf } from "../document/operations.ts";
import type { Spec } from "../document/spec.ts";
import { baseUrl } from "./base-url.ts";
import { describeOperation } from "./describe-operation.ts";
import { describeParameter } from "./describe-parameter.ts";
import { describeSecurity } from "./describe-security.ts";
import { describeTexts, parameterText } from "./describe-texts.ts";
import { renderLiteral } from "./render-literal.ts";
import { share } from "./share.ts";
import { sharedParameters } from "./shared-parameters.ts";

/** `operations.ts`: everything about an API that is needed at run time. */
export function renderOperations(spec: Spec): string {
  const operations = operationsOf(spec);
  const shared = sharedParameters(operations);
  const parameters = share("Parameter", shared, (parameter) => describeParameter(spec, parameter));
  const texts = share("Text", shared, (parameter) => parameterText(spec, parameter));
  const table = operations.map((operation) => [operation.key, describeOperation(operation, parameters.of)]);
  const help = operations.map((operation) => [operation.key, describeTexts(operation, texts.of)]);
  return `import type { paths } from "./schema.js";
${parameters.declarations}
const operations = ${renderLiteral(Object.fromEntries(table))} as const;

/** The API at run time, for \`createClient\`. */
export const api = {
  baseUrl: ${renderLiteral(baseUrl(spec))},
  security: ${renderLiteral(describeSecurity(spec, operations), "  ", "security: ".length)},
  operations: operations as typeof operations & { readonly "x-paths"?: paths },
} as const;
${texts.declarations}
/** Texts for help screens; a bundler drops them from programs that do not use them. */
export const descriptions = ${renderLiteral(Object.fromEntries(help))} as const;
`;
}
