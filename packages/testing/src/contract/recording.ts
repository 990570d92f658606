import { readdirSync, readFileSync } from "node:fs";
import { type Har, type HarEntry, parseHar } from "@usagewire/replay";

/** A HAR file of a fixtures folder. */
export interface Recording {
  /** The file's name, for failures. */
  readonly file: string;
  /** Where it comes from; `undefined` when `log.comment` does not say. */
  readonly provenance: Provenance | undefined;
  readonly calls: readonly RecordedCall[];
}

export type Provenance = "documented" | "emulated" | "live";

/** What one call of a client put on the wire: a single exchange, or the pages of a walk. */
export interface RecordedCall {
  /** The HAR page's title, or the request line. */
  readonly title: string;
  /** Whether the entries are the pages of one walk: they name a HAR page. */
  readonly walk: boolean;
  readonly exchanges: readonly Exchange[];
}

export interface Exchange {
  /** Its place in `log.entries`. */
  readonly index: number;
  readonly entry: HarEntry;
}

export function readRecordings(folder: URL): Recording[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".har"))
    .sort()
    .map((file) => {
      try {
        return toRecording(file, parseHar(readFileSync(new URL(file, folder), "utf8")));
      } catch (cause) {
        throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    });
}

export function toRecording(file: string, { log }: Har): Recording {
  const exchanges = log.entries.map((entry, index) => ({ index, entry }));
  const titles = new Map(log.pages?.map(({ id, title }) => [id, title]));
  const walks = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { pageref } = exchange.entry;
    if (pageref !== undefined) walks.set(pageref, [...(walks.get(pageref) ?? []), exchange]);
  }
  const single = exchanges.filter(({ entry }) => entry.pageref === undefined);
  return {
    file,
    provenance: (["documented", "emulated", "live"] as const).find((word) => log.comment?.startsWith(word)),
    calls: [
      ...[...walks].map(([id, pages]) => ({ title: titles.get(id) ?? id, walk: true, exchanges: pages })),
      ...single.map((exchange) => ({
        title: requestLine(exchange.entry),
        walk: false,
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

/** A header of a recorded message, whatever its case. */
export function header({ headers }: Pick<HarEntry["request"], "headers">, name: string): string | undefined {
  return headers.find((one) => one.name.toLowerCase() === name)?.value;
}
