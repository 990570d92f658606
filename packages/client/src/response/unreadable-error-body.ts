/** Stands in for an error body that is empty or not JSON, as proxies send them. */
export interface UnreadableErrorBody {
  readonly unreadable: true;
  readonly status: number;
  /** The body as text, at most {@link maxErrorText} characters. */
  readonly text: string;
}

/** Characters kept of an error body that is not JSON. */
export const maxErrorText = 2000;

export const isUnreadableErrorBody = (body: unknown): body is UnreadableErrorBody =>
  typeof body === "object" && body !== null && "unreadable" in body && body.unreadable === true;
