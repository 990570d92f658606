// Generates a client's code.
import {
  checkSpec,
  formatProblem,
  type GeneratedFiles,
  generate,
  type Problem,
  SpecError,
} from "@usagewire/codegen";

export async function generateCode(): Promise<string> {
  const problems = checkSpec({ openapi: "3.1.0" });
  assert<Same<typeof problems, Problem[]>>();
  const files = await generate(
    { name: "usage.yaml", source: "openapi: 3.1.0" },
    { name: "usage", onWarning: (problem) => console.warn(formatProblem(problem)) },
  );
  assert<Same<typeof files, GeneratedFiles>>();
  return files["schema.ts"];
}

export const problemsOf = (error: unknown) => (error instanceof SpecError ? error.problems : []);
