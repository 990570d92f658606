import { fork } from "node:child_process";
import { once } from "node:events";
import type { Reply } from "./answer-questions.ts";

export interface StartedProcess {
  /** One question at a time. Rejects with what the process threw, and where it ended instead of answering. */
  ask<Answer>(question: string | object): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly arguments?: readonly string[];
  /** Node's own, for instance `--expose-gc`. */
  readonly nodeOptions?: readonly string[];
}

/** Starts a file that calls `answerQuestions`. */
export function startProcess(file: URL, options: ProcessOptions = {}): StartedProcess {
  const child = fork(file, options.arguments ?? [], { execArgv: [...(options.nodeOptions ?? [])] });
  const ended = once(child, "exit");

  return {
    ask: <Answer>(question: string | object) =>
      new Promise<Answer>((resolve, reject) => {
        const failWithoutAnswer = (code: number | null) => reject(new Error(`${file}: exit code ${code}`));
        child.once("exit", failWithoutAnswer);
        child.once("message", (reply: Reply) => {
          child.off("exit", failWithoutAnswer);
          if ("error" in reply) reject(new Error(reply.error));
          else resolve(reply.answer as Answer); // both ends are compiled together
        });
        child.send(question, (error) => error && reject(error));
      }),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
