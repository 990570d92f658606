import type { OperationDescription } from "../api-description.ts";

const idempotentMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** Whether an operation may be sent twice: what its description says, else what HTTP promises of its method. */
export const isIdempotent = (method: string, description: OperationDescription | undefined): boolean =>
  description?.idempotent ?? idempotentMethods.has(method);
