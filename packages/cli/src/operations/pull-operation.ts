import type { OperationDescription } from "@usagewire/client";
import type { OperationHelp, PullableApi } from "../apis/pullable-api.ts";
import { operationNames } from "./operation-names.ts";

/** An operation that can be pulled. */
export interface PullOperation {
  /** What the user types. */
  readonly name: string;
  /** The path template, as the client takes it. */
  readonly path: string;
  readonly description: OperationDescription;
  readonly help: OperationHelp;
  /** Whether it answers page by page; otherwise one request gets all. */
  readonly paged: boolean;
}

/** The operations of an API that read, in the order of its spec. */
export function operationsOf({ description, help }: PullableApi): PullOperation[] {
  const reads = Object.entries(description.operations).filter(([key]) => key.startsWith("GET "));
  const pathOf = (key: string) => key.slice("GET ".length);
  const names = operationNames(reads.map(([key]) => pathOf(key)));
  return reads.map(([key, operation]) => ({
    name: names.get(pathOf(key)) ?? pathOf(key),
    path: pathOf(key),
    description: operation,
    help: help[key] ?? {},
    paged: operation.pagination !== undefined && operation.pagination.style !== "none",
  }));
}
