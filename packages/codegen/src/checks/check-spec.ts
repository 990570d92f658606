import { type Spec, specOf } from "../document/spec.ts";
import { checkDocument } from "./check-document.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkExtensionValues } from "./check-extension-values.ts";
import { checkKeywords } from "./check-keywords.ts";
import { checkLists } from "./check-lists.ts";
import { checkOpenEnum } from "./check-open-enum.ts";
import { checkPagination } from "./check-pagination.ts";
import { checkParameterExtensions } from "./check-parameter-extensions.ts";
import { checkPathParameters } from "./check-path-parameters.ts";
import { checkReferences } from "./check-references.ts";
import { checkSecurity } from "./check-security.ts";
import { checkServers } from "./check-servers.ts";
import { checkShapes } from "./check-shapes.ts";
import { checkWindow } from "./check-window.ts";
import type { Check, Problem } from "./problem.ts";

/** Rules about OpenAPI itself. */
const openApi: readonly Check[] = [
  ...[checkShapes, checkDuplicates, checkKeywords, checkPathParameters, checkSecurity, checkServers],
];

/** Rules about our extensions. */
const ours: readonly Check[] = [
  ...[checkExtensionValues, checkOpenEnum, checkParameterExtensions],
  ...[checkPagination, checkWindow, checkLists],
];

const run = (checks: readonly Check[], spec: Spec): Problem[] => checks.flatMap((check) => check(spec));

/** Runs all checks, except those whose findings would only follow from what has been found already. */
export function problemsOf(spec: Spec): Problem[] {
  const fatal = checkDocument(spec);
  if (fatal.length > 0) return fatal;
  const broken = checkReferences(spec);
  return [...broken, ...run(openApi, spec), ...(broken.length > 0 ? [] : run(ours, spec))];
}

/**
 * Everything in an OpenAPI document that keeps a client from being generated, or would generate a wrong one.
 *
 * @param document the parsed document.
 * @param files other documents that its `$ref`s lead to, by path relative to it.
 */
export function checkSpec(document: unknown, files: ReadonlyMap<string, unknown> = new Map()): Problem[] {
  return problemsOf(specOf(new Map([["", document], ...files])));
}
