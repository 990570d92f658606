import { operationsOf } from "../document/operations.ts";
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
import { checkPlaces } from "./check-places.ts";
import { checkReferences } from "./check-references.ts";
import { checkSecurity } from "./check-security.ts";
import { checkServers } from "./check-servers.ts";
import { checkShapes } from "./check-shapes.ts";
import { checkWindow } from "./check-window.ts";
import type { Check, PlaceCheck, Problem } from "./problem.ts";

interface Rules {
  readonly places: readonly PlaceCheck[];
  readonly whole: readonly Check[];
}

const openApi: Rules = {
  places: [checkShapes, checkKeywords],
  whole: [checkDuplicates, checkPathParameters, checkSecurity, checkServers],
};

const ourExtensions: Rules = {
  places: [checkExtensionValues, checkOpenEnum, checkParameterExtensions],
  whole: [checkPagination, checkWindow, checkLists],
};

/** Runs all checks, except those whose findings would only follow from what has been found already. */
export function problemsOf(spec: Spec): Problem[] {
  const fatal = checkDocument(spec);
  if (fatal.length > 0) return fatal;
  const broken = checkPlaces(spec, [checkReferences]);
  const rules = broken.length > 0 ? [openApi] : [openApi, ourExtensions];
  const places = rules.flatMap((rule) => rule.places);
  const whole = rules.flatMap((rule) => rule.whole);
  const operations = operationsOf(spec);
  return [...broken, ...checkPlaces(spec, places), ...whole.flatMap((check) => check(spec, operations))];
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
