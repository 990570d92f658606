import { answerQuestions } from "../processes/answer-questions.ts";
import { serve } from "./serve.ts";

/** Run as a process of its own, with the server's options as JSON. */
const server = await serve(JSON.parse(process.argv[2] ?? "{}"));

answerQuestions(async (question: "origin" | "requests") =>
  question === "origin" ? server.origin : server.takeRequests(),
);
