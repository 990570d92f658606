export { type CheckOptions, checkSpec } from "./checks/check-spec.ts";
export { type GeneratedFiles, type GenerateOptions, generate } from "./generate.ts";
export { formatProblem, type LocatedProblem, type Problem, SpecError } from "./problem.ts";
export type { SpecSource } from "./read.ts";
