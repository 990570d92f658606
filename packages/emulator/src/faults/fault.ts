/** Something that goes wrong with one answer. */
export type Fault =
  | AnswerFault
  | DelayFault
  | CutFault
  | StallFault
  | TruncateFault
  | RepeatFault
  | TransportFault;

/** Another answer comes in place of the provider's; the request is not processed. */
export interface AnswerFault {
  readonly kind: "answer";
  readonly status: number;
  /** `Retry-After`, `Location` and the like. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the provider's own error body for the status. `""` is an empty body. */
  readonly body?: string;
}

/** The answer is the right one, later. */
export interface DelayFault {
  readonly kind: "delay";
  /** Milliseconds. */
  readonly for: number;
}

/** How far an answer gets: nothing of it, its headers, or half of its body too. */
export type Progress = "nothing" | "headers" | "half";

/** The connection is lost on the way. */
export interface CutFault {
  readonly kind: "cut";
  readonly after: Progress;
  /** `"reset"` (default): torn down, as by a crash; `"end"`: closed in order, short of the length announced. */
  readonly how?: "reset" | "end";
}

/** The answer comes to a halt; the connection stays open until the client has had enough. */
export interface StallFault {
  readonly kind: "stall";
  readonly after: Progress;
}

/** A complete message with half of the JSON in it, as from a broken proxy. */
export interface TruncateFault {
  readonly kind: "truncate";
}

/** The answer before this one is given again: a list that goes in circles. */
export interface RepeatFault {
  readonly kind: "repeat";
}

/** The right answer in an unusual form, which is no fault, but where clients fail. */
export interface TransportFault {
  readonly kind: "transport";
  /** Compressed, whatever the client accepts. */
  readonly gzip?: boolean;
  /** In many chunks, without a length. */
  readonly chunked?: boolean;
  /** Bytes that the body has at least: JSON may be led by any amount of white space. */
  readonly size?: number;
}

/** When a fault strikes. */
export interface FaultSchedule<Operation extends string = string> {
  /** Method and path template; default: every operation of the API. */
  readonly operation?: Operation;
  /** Says of a path and query, as sent, whether the fault is for it; default: for all. */
  readonly where?: (url: string) => boolean;
  /** Requests that are spared first. Default 0. */
  readonly skip?: number;
  /** Requests that are struck, then no more. Default 1; with `probability`, without end. */
  readonly times?: number;
  /** Strikes at random, 0 to 1, drawn from the emulator's seed in the order of the requests. */
  readonly probability?: number;
}
