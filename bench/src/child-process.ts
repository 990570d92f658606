import { fork } from "node:child_process";
import { inspect } from "node:util";

/** A child process that handles requests. */
export interface Child {
  /**
   * Sends a request and waits for the response. One request at a time.
   *
   * @throws Error if the handler throws or the process exits first, and the signal's reason if it aborts.
   */
  request<Response>(message: string | object): Promise<Response>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly arguments?: readonly string[];
  /** Options of Node, for instance `--expose-gc`. */
  readonly nodeOptions?: readonly string[];
  /** Kills the process when it aborts. */
  readonly signal?: AbortSignal;
}

/** Starts a module that calls `handleRequests`. */
export function startChild(module: URL, options: ChildOptions = {}): Child {
  const { signal } = options;
  signal?.throwIfAborted();
  const child = fork(module, options.arguments ?? [], { execArgv: [...(options.nodeOptions ?? [])] });
  const kill = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", kill);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));

  return {
    request: <Response>(message: string | object) =>
      new Promise<Response>((resolve, reject) => {
        const fail = (code: number | null) =>
          reject(signal?.aborted ? signal.reason : new Error(`${module} exited with code ${code}`));
        child.once("exit", fail);
        child.once("message", (reply: Reply) => {
          child.off("exit", fail);
          if ("error" in reply) reject(new Error(reply.error));
          else resolve(reply.response as Response); // the caller names the type that its handler returns
        });
        child.send(message, (error) => error && reject(signal?.aborted ? signal.reason : error));
      }),
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
      signal?.removeEventListener("abort", kill);
    },
  };
}

type Reply = { readonly response: unknown } | { readonly error: string };

/** The other end, in the child process, which exits when its parent disconnects. */
export function handleRequests<Message>(handle: (message: Message) => Promise<unknown>): void {
  process.once("disconnect", () => process.exit());
  process.on("message", async (message: Message) => {
    const reply: Reply = await handle(message).then(
      (response) => ({ response }),
      (error: unknown) => ({ error: inspect(error) }),
    );
    process.send?.(reply);
  });
}
