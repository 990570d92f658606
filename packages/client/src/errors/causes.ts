/** An error, its cause, the cause's cause …; ends at a cycle. */
export function* causes(value: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  for (let error = value; error !== undefined && !seen.has(error); error = causeOf(error)) {
    seen.add(error);
    yield error;
  }
}

const causeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "cause" in error ? error.cause : undefined;
