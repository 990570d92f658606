import { operationsOf } from "../document/operations.ts";
import { type Spec, specOf } from "../document/spec.ts";
import { walk } from "../document/walk.ts";
import type { Problem } from "../problem.ts";
import type { Check, Finding, NodeCheck } from "./check.ts";
import { checkExactNumbers } from "./exact.ts";
import { checkExtensibleEnum, checkExtensionForm, checkParameterExtensions } from "./extensions.ts";
import { checkKeywords } from "./keywords.ts";
import {
  checkDocument,
  checkDuplicates,
  checkPathParameters,
  checkSecurity,
  checkServers,
} from "./openapi.ts";
import { checkPagination, checkUnpagedLists } from "./pagination.ts";
import { checkMappings, checkReferences } from "./references.ts";
import { checkShapes } from "./shapes.ts";
import { checkWindow } from "./window.ts";

/** Options of {@link checkSpec}. */
export interface CheckOptions {
  /**
   * For a document of your own: slips in spite of which the files can be generated are errors instead of warnings; and if an
   * operation has `x-pagination`, every list must have it. Defaults to `false`.
   */
  readonly strict?: boolean;
}

interface Rules {
  readonly nodes: readonly NodeCheck[];
  readonly spec: readonly Check[];
}

const openApi: Rules = {
  nodes: [checkShapes, checkKeywords, checkMappings],
  spec: [checkDuplicates, checkPathParameters, checkSecurity, checkServers],
};

const extensions: Rules = {
  nodes: [checkExtensionForm, checkExtensibleEnum, checkParameterExtensions],
  spec: [checkPagination, checkWindow, checkExactNumbers],
};

/**
 * Checks an OpenAPI document without generating anything. A linter can call it.
 *
 * @param document the parsed document.
 * @param files the other documents that its `$ref`s point to, by path relative to it. Defaults to none.
 * @param options whether the check is strict.
 * @returns all problems: errors, with which {@link generate} would fail, and warnings.
 * @example
 * ```ts
 * import { checkSpec } from "@usagewire/codegen";
 *
 * const problems = checkSpec({ openapi: "3.1.0", info: { title: "Empty", version: "1" }, paths: {} });
 * console.log(problems.map(({ pointer, message }) => `${pointer}: ${message}`));
 * ```
 */
export function checkSpec(
  document: unknown,
  files: ReadonlyMap<string, unknown> = new Map(),
  { strict = false }: CheckOptions = {},
): Problem[] {
  return problemsOf(specOf(new Map([["", document], ...files])), strict);
}

/** Runs all checks, except those that would only repeat what other checks have found. */
export function problemsOf(spec: Spec, strict: boolean): Problem[] {
  const slip = strict ? "error" : "warning";
  return findingsIn(spec, strict).map(({ severity, ...finding }) => ({
    ...finding,
    severity: severity === "slip" ? slip : severity,
  }));
}

function findingsIn(spec: Spec, strict: boolean): Finding[] {
  const notOpenApi = checkDocument(spec);
  if (notOpenApi.length > 0) return notOpenApi;
  const brokenReferences = checkNodes(spec, [checkReferences]);
  const rules = brokenReferences.length > 0 ? [openApi] : [openApi, extensions];
  const operations = operationsOf(spec);
  return [
    ...brokenReferences,
    ...checkNodes(
      spec,
      rules.flatMap(({ nodes }) => nodes),
    ),
    ...rules.flatMap((rule) => rule.spec).flatMap((check) => check(spec, operations)),
    ...(strict && rules.includes(extensions) ? checkUnpagedLists(spec, operations) : []),
  ];
}

/** Runs all checks in one walk, which is most of their cost. */
function checkNodes(spec: Spec, checks: readonly NodeCheck[]): Finding[] {
  const problems: Finding[] = [];
  walk(spec, (node, role) => {
    for (const check of checks) problems.push(...check(node, role, spec));
  });
  return problems;
}
