import type { UnreadableErrorBody } from "../response/unreadable-error-body.ts";
import type { FailureBody, SuccessBody } from "./bodies.ts";

/** One of `data` and `error` is there: `data` of a 2xx answer, `error`, always truthy, of any other. */
export type Result<Operation> =
  | { data: SuccessBody<Operation>; error?: never; response: Response }
  | {
      data?: never;
      error: FailureBody<Operation> | UnreadableErrorBody;
      response: Response;
    };
