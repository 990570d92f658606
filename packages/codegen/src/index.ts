export { checkSpec } from "./checks/check-spec.ts";
export type { Problem } from "./checks/problem.ts";
export { type GeneratedFiles, type GenerateOptions, generate } from "./generate.ts";
export type { SpecSource } from "./read/read-spec.ts";
export { formatProblem, type LocatedProblem, SpecError } from "./read/spec-error.ts";
