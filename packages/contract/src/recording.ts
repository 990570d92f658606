import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Har, type HarEntry, parseHar } from "@usagewire/replay";
import { toPath } from "./files.ts";
import { messageOf } from "./json.ts";

/** A HAR file. */
export interface Recording {
  /** The name of the file, for messages. */
  readonly file: string;
  /** Undefined if `log.comment` does not start with an origin. */
  readonly origin: Origin | undefined;
  readonly calls: readonly RecordedCall[];
}

/** Where a recording comes from. */
export type Origin = "documented" | "emulated" | "live";

/** What one call of a client sent and received: one exchange, or the pages of a list. */
export interface RecordedCall {
  /** The title of the HAR page, or the request line. */
  readonly title: string;
  /** Whether the exchanges are the pages of one list: their entries have the same `pageref`. */
  readonly paginated: boolean;
  readonly exchanges: readonly Exchange[];
}

/** A recorded request and its response. */
export interface Exchange {
  /** The index in `log.entries`. */
  readonly index: number;
  readonly entry: HarEntry;
}

/** @throws Error if the folder cannot be read, has no recordings, or has an invalid one. */
export function readRecordings(folder: string | URL): Recording[] {
  const path = resolve(toPath("recordings", folder));
  const files = listFiles(path).filter((name) => name.endsWith(".har"));
  if (files.length === 0) {
    throw new Error(
      `recordings: ${path} has no *.har files; write one with record() of @usagewire/replay and writeHar()`,
    );
  }
  return files.sort().map((file) => {
    try {
      return toRecording(file, parseHar(readFileSync(join(path, file), "utf8")));
    } catch (cause) {
      throw new Error(`recordings: ${join(path, file)}: ${messageOf(cause)}`, { cause });
    }
  });
}

function listFiles(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (cause) {
    throw new Error(`recordings: cannot read the folder ${path}: ${messageOf(cause)}`, { cause });
  }
}

export function toRecording(file: string, { log }: Har): Recording {
  const exchanges = log.entries.map((entry, index) => ({ index, entry }));
  const titles = new Map(log.pages?.map(({ id, title }) => [id, title]));
  const lists = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { pageref } = exchange.entry;
    if (pageref !== undefined) lists.set(pageref, [...(lists.get(pageref) ?? []), exchange]);
  }
  const single = exchanges.filter(({ entry }) => entry.pageref === undefined);
  return {
    file,
    origin: (["documented", "emulated", "live"] as const).find((word) => log.comment?.startsWith(word)),
    calls: [
      ...[...lists].map(([id, pages]) => ({
        title: titles.get(id) ?? id,
        paginated: true,
        exchanges: pages,
      })),
      ...single.map((exchange) => ({
        title: requestLine(exchange.entry),
        paginated: false,
        exchanges: [exchange],
      })),
    ],
  };
}

/** `GET /usage?limit=2` */
export function requestLine({ request }: HarEntry): string {
  const { pathname, search } = new URL(request.url);
  return `${request.method} ${pathname}${search}`;
}

/** The value of a header. `name` is in lower case. */
export function header({ headers }: Pick<HarEntry["request"], "headers">, name: string): string | undefined {
  return headers.find((one) => one.name.toLowerCase() === name)?.value;
}

/** A body as text, and as JSON if it is JSON. */
export interface Body {
  readonly text: string;
  readonly json?: unknown;
}

export function responseBody({ response: { content } }: HarEntry): Body {
  const { text = "", encoding } = content;
  return toBody(encoding === "base64" ? Buffer.from(text, "base64").toString() : text);
}

/** Undefined if the request has no body. */
export function requestBody({ request: { postData } }: HarEntry): Body | undefined {
  if (postData === undefined) return undefined;
  const { text, params = [] } = postData;
  return toBody(text ?? new URLSearchParams(params.map(({ name, value }) => [name, value])).toString());
}

function toBody(text: string): Body {
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return { text };
  }
}
