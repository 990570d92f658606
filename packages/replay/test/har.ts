import type { Har, HarEntry } from "../src/index.ts";

/** A recording with just what replaying needs. Bodies are given as values. */
export function har(
  ...entries: [line: string, body?: unknown, response?: Partial<HarEntry["response"]>][]
): Har {
  return {
    log: {
      entries: entries.map(([line, body, response]) => {
        const [method = "", target = ""] = line.split(" ");
        return {
          request: { method, url: new URL(target, "https://api.example.com").href, headers: [] },
          response: {
            status: 200,
            headers: [{ name: "content-type", value: "application/json" }],
            content: { text: JSON.stringify(body ?? {}) },
            ...response,
          },
        };
      }),
    },
  };
}
