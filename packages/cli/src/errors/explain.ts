import { ApiError, PaginationError, UsagewireError } from "@usagewire/client";
import { CommanderError } from "commander";
import { EXIT } from "../exit-codes.ts";
import { Interruption } from "../interruption.ts";
import { adviceFor } from "./advice-for.ts";
import { causes } from "./causes.ts";
import { OutputError } from "./output-error.ts";
import { PullError } from "./pull-error.ts";
import { UsageError } from "./usage-error.ts";

export interface Explanation {
  /** What happened and what to do about it; none where nothing needs saying. */
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** An error for whoever typed the command. */
export function explain(error: unknown): Explanation {
  if (error instanceof CommanderError) return wrong(commanderMessage(error));
  if (error instanceof UsageError) return wrong(error.message);
  if (PaginationError.is(error) && error.reason === "cursor") return wrong(`--cursor: ${error.message}`);

  const chain = causes(error);
  const resume = chain.find((cause) => cause instanceof PullError)?.cursor;
  const goOn =
    resume === undefined ? [] : [`To go on from there, repeat the command with --cursor ${resume}`];
  const output = chain.find((cause) => cause instanceof OutputError);
  if (output?.readerGone === true) return { lines: [], exitCode: EXIT.done };
  if (output !== undefined) return { lines: [output.message, ...goOn], exitCode: EXIT.failed };
  const interruption = chain.find((cause) => cause instanceof Interruption);
  if (interruption !== undefined) return { lines: ["interrupted", ...goOn], exitCode: interruption.exitCode };
  return { lines: [...failure(chain), ...goOn], exitCode: EXIT.failed };
}

const wrong = (message: string): Explanation => ({ lines: [message], exitCode: EXIT.usage });

/** What the client or the pager says, and what to do about it; anything else is a fault of this program. */
function failure(chain: readonly unknown[]): string[] {
  const told = chain.find((cause) => UsagewireError.is(cause)) ?? chain.find(PaginationError.is);
  if (told === undefined) {
    const [fault] = chain.slice(-1);
    return [`unexpected: ${fault instanceof Error ? fault.message : String(fault)}`];
  }
  const api = chain.find((cause) => ApiError.is(cause));
  const message = told instanceof Error ? told.message : String(told);
  const request = api?.requestId === undefined ? "" : ` (request ${api.requestId})`;
  return [`${message}${request}`, ...(api === undefined ? [] : adviceFor(api))];
}

/** Commander writes `error: …` and its suggestion on a line of its own. */
const commanderMessage = ({ message, code }: CommanderError): string => {
  const [, text = "", known] = /^(?:error: )?(.*?)(?:\n\(Did you mean (.*)\?\))?$/s.exec(message) ?? [];
  if (known !== undefined) return `${text}, did you mean ${known}?`;
  return code === "commander.unknownOption" ? `${text}; --help lists the flags` : text;
};
