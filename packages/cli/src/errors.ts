import { ApiError, PaginationError, UsagewireError } from "@usagewire/client";
import { CommanderError } from "commander";
import type { Host } from "./host.ts";

/** Exit codes of the command, as {@link exitCodesHelp} describes them. */
export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130, terminated: 143 } as const;

export const exitCodesHelp = `Exit codes:
  0    Success, or the reader of the output stopped early, as head does.
  1    The provider, the connection or the output failed.
  2    Invalid arguments or missing credentials.
  130  Interrupted by Ctrl-C; 143 if terminated by SIGTERM.
`;

/** The command line or the environment is invalid. Nothing was requested. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The error for a value that a flag does not accept.
 *
 * @param accepted what to use instead, such as `one of hour, day`
 */
export const invalidValue = (flag: string, value: string, accepted: string): UsageError =>
  new UsageError(`--${flag}: "${value}" is invalid; use ${accepted}`);

/** A pull stopped before the end of its list. The records written so far remain, in whole lines. */
export class PullError extends Error {
  override readonly name = "PullError";
  /** Resumes with the first record that was not written; `undefined` means the start of the list. */
  readonly cursor: string | undefined;

  constructor(cause: unknown, cursor: string | undefined) {
    super("the pull stopped", { cause });
    this.cursor = cursor;
  }
}

/** The output could not be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  /** Whether the reader closed the pipe. That is how `usagewire pull … | head` ends, and is not a failure. */
  readonly readerClosed: boolean;

  constructor(output: string, cause: unknown) {
    super(`${output}: ${messageOf(cause)}`, { cause });
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    this.readerClosed = ["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"].some(
      (closed) => closed === code,
    );
  }
}

/**
 * The reason to abort `Host.signal` with when a process signal stops the command.
 *
 * @example
 * ```ts
 * import process from "node:process";
 * import { InterruptedError } from "@usagewire/cli";
 *
 * const controller = new AbortController();
 * process.once("SIGINT", () => controller.abort(new InterruptedError("SIGINT")));
 * ```
 */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
  /** 130 for SIGINT, 143 for SIGTERM. */
  readonly exitCode: number;

  /** @param signal the process signal that stopped the command */
  constructor(signal: "SIGINT" | "SIGTERM") {
    super("interrupted");
    this.exitCode = signal === "SIGINT" ? EXIT.interrupted : EXIT.terminated;
  }
}

/** Writes an error to standard error, with stack traces if DEBUG is set. Returns the exit code. */
export function report(error: unknown, { stderr, env }: Pick<Host, "stderr" | "env">): number {
  const { lines, exitCode } = explain(error);
  if (lines.length > 0) stderr.write(`usagewire: ${lines.join("\n")}\n`);
  if (env.DEBUG) {
    for (const cause of causes(error)) {
      if (cause instanceof Error) stderr.write(`${cause.stack ?? cause.message}\n`);
    }
  }
  return exitCode;
}

interface Explanation {
  /** What happened and what to do next; empty if there is nothing to say. */
  readonly lines: readonly string[];
  readonly exitCode: number;
}

function explain(error: unknown): Explanation {
  if (error instanceof CommanderError) return invalid(commanderMessage(error));
  if (error instanceof UsageError) return invalid(error.message);
  if (PaginationError.is(error) && error.reason === "cursor") return invalid(`--cursor: ${error.message}`);

  const chain = causes(error);
  const cursor = chain.find((cause) => cause instanceof PullError)?.cursor;
  const resume = cursor === undefined ? [] : [`To resume, repeat the command with --cursor ${cursor}`];
  const output = chain.find((cause) => cause instanceof OutputError);
  if (output?.readerClosed === true) return { lines: [], exitCode: EXIT.done };
  if (output !== undefined) return { lines: [output.message, ...resume], exitCode: EXIT.failed };
  const interrupted = chain.find((cause) => cause instanceof InterruptedError);
  if (interrupted !== undefined) return { lines: ["interrupted", ...resume], exitCode: interrupted.exitCode };
  return { lines: [...failure(chain), ...resume], exitCode: EXIT.failed };
}

const invalid = (message: string): Explanation => ({ lines: [message], exitCode: EXIT.usage });

/** The message of the client or the pager, and advice. Any other error is a bug in this program. */
function failure(chain: readonly unknown[]): string[] {
  const known = chain.find((cause) => UsagewireError.is(cause)) ?? chain.find(PaginationError.is);
  if (known === undefined) return [`unexpected error: ${messageOf(chain.at(-1))}`];
  const api = chain.find((cause) => ApiError.is(cause));
  const requestId = api?.requestId === undefined ? "" : ` (request ${api.requestId})`;
  return [`${messageOf(known)}${requestId}`, ...(api === undefined ? [] : adviceFor(api))];
}

/** What the user can do about an error response. */
function adviceFor({ status, code, retryAfter }: ApiError): string[] {
  if (status === 401) {
    return ["Check the credentials in the environment; usagewire pull --help lists the variables."];
  }
  if (status === 403) return ["The credentials are valid, but do not permit this request."];
  if (status === 429) {
    return [retryAfter === undefined ? "Wait before you retry." : `Wait ${retryAfter} s before you retry.`];
  }
  // Twilio's usage API fails with this code if a page is too large for the account; see specs/SOURCES.md.
  if (code === 20500) return ["Try a smaller --page-size."];
  return status >= 500 ? ["The provider failed; try again later."] : [];
}

/** Commander calls a flag an option, and puts its suggestion on a line of its own. */
function commanderMessage({ message, code }: CommanderError): string {
  const [, text = "", suggestion] = /^(?:error: )?(.*?)(?:\n\(Did you mean (.*)\?\))?$/s.exec(message) ?? [];
  const unknownFlag = code === "commander.unknownOption";
  const problem = text.replace(/\boption\b/, "flag").replace(/ argument missing$/, " requires a value");
  if (suggestion !== undefined) return `${problem}. Did you mean ${suggestion}?`;
  return unknownFlag ? `${problem}; use --help to list the flags` : problem;
}

/** An error and its chain of causes, outermost first. Stops at a cycle. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at !== undefined && !chain.includes(at); ) {
    chain.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
