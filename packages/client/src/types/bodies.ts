/** The documented bodies of 2xx answers; `undefined` where one has no body. */
export type SuccessBody<Operation> = Operation extends { responses: infer R }
  ? keyof R & SuccessStatus extends never
    ? BodyOf<R[keyof R & "default"]>
    : BodyOf<R[keyof R & SuccessStatus]>
  : never;

/** The documented bodies of all other answers. */
export type FailureBody<Operation> = Operation extends { responses: infer R }
  ? BodyOf<R[Exclude<keyof R, SuccessStatus>]>
  : never;

type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

// openapi-typescript writes statuses as numbers; a template type would not match them.
type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX" | "2xx";
