import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Job, Message, Result } from "./runner.ts";

/** Runs jobs in a child process, and starts another one if a run hangs or the process dies. */
export class Runner {
  #child: ChildProcess | undefined;
  readonly #env: NodeJS.ProcessEnv;
  readonly #silence: number;

  /**
   * @param silence ms. A run hangs, for instance in an endless loop, if no test ends for so long.
   */
  constructor(env: NodeJS.ProcessEnv, silence: number) {
    this.#env = env;
    this.#silence = silence;
  }

  /** What the run found, or why it did not come to its end. */
  async run(job: Job): Promise<Result | "hung" | "crashed"> {
    const child = this.#child ?? (await this.#start());
    const ended = this.#listen(child);
    child.send(job);
    return ended;
  }

  /** Ends the process, and the workers that it started. */
  stop(): void {
    const { pid } = this.#child ?? {};
    this.#child = undefined;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }

  async #start(): Promise<ChildProcess> {
    // A process group of its own, so that a worker in an endless loop can be ended with it.
    const child = fork(join(import.meta.dirname, "runner.ts"), {
      detached: true,
      env: this.#env,
      execArgv: [],
      stdio: "ignore",
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", (code) =>
        reject(new Error(`the process that runs the tests ended with code ${code}`)),
      );
    });
    child.removeAllListeners("exit");
    return child;
  }

  #listen(child: ChildProcess): Promise<Result | "hung" | "crashed"> {
    return new Promise((resolve) => {
      const end = (result: Result | "hung" | "crashed") => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (typeof result === "string") this.stop();
        resolve(result);
      };
      const timer = setTimeout(() => end("hung"), this.#silence);
      child.on("message", (message: Message) => {
        timer.refresh();
        if (message.type === "result") end(message);
      });
      child.on("exit", () => end("crashed"));
    });
  }
}
