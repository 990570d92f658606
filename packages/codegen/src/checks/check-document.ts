import { child, isRecord, members } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { type Problem, problemAt } from "./problem.ts";

const accepted = "accepted are OpenAPI 3.0 and 3.1, in YAML or JSON";

/** The document is OpenAPI 3.0 or 3.1 and has paths. Nothing else can be judged where this fails. */
export function checkDocument({ root }: Spec): Problem[] {
  if (!isRecord(root.value))
    return [problemAt(root, `this is no OpenAPI document but ${kind(root.value)}; ${accepted}`)];
  const swagger = child(root, "swagger");
  if (swagger.value !== undefined) {
    return [problemAt(swagger, `this is a Swagger ${swagger.value} document; ${accepted}: convert it first`)];
  }
  const version = child(root, "openapi");
  if (version.value === undefined) {
    return [problemAt(root, `this is no OpenAPI document: it has no "openapi" version; ${accepted}`)];
  }
  if (typeof version.value !== "string") {
    return [problemAt(version, `the version must be a string: write "3.1.0" with quotes`)];
  }
  if (!/^3\.[01]\.\d/.test(version.value)) {
    return [problemAt(version, `version ${JSON.stringify(version.value)} is not supported; ${accepted}`)];
  }
  const paths = child(root, "paths");
  if (!members(paths).some(([path]) => path.startsWith("/"))) {
    return [
      problemAt(
        paths.value === undefined ? root : paths,
        "there are no paths, hence no operations to generate",
      ),
    ];
  }
  return [];
}

function kind(value: unknown): string {
  if (value === undefined || value === null) return "empty";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
