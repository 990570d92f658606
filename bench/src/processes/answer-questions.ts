import { inspect } from "node:util";

/** What a process sends back for a question. */
export type Reply = { readonly answer: unknown } | { readonly error: string };

/** The end of `startProcess` that lies in the started process; it ends when nobody is left to ask. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
  process.once("disconnect", () => process.exit());
  process.on("message", async (question: Question) => {
    const reply: Reply = await answer(question).then(
      (value) => ({ answer: value }),
      (error: unknown) => ({ error: inspect(error) }),
    );
    process.send?.(reply);
  });
}
