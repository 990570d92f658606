import type { HarEntry } from "@usagewire/replay";
import { matchOperation } from "./match-operation.ts";
import type { Exchange, Recording } from "./recording.ts";
import type { Spec } from "./spec.ts";

/**
 * The recordings of one operation as if they had been made of another one with the same parameters and records: the
 * path changes, in URLs and in the links of bodies. Recordings from documents, and of other operations, are left out.
 */
export function recordingsAs(
  spec: Spec,
  recordings: readonly Recording[],
  from: string,
  to: string,
): Recording[] {
  return recordings.flatMap(({ file, provenance, calls }) => {
    if (provenance === "documented") return [];
    const own = calls.flatMap((call) => {
      const exchanges = call.exchanges.flatMap((exchange) => exchangeAs(spec, exchange, from, to));
      return exchanges.length === call.exchanges.length ? [{ ...call, exchanges }] : [];
    });
    return own.length === 0 ? [] : [{ file: `${file} as ${to}`, provenance, calls: own }];
  });
}

function exchangeAs(spec: Spec, { index, entry }: Exchange, from: string, to: string): Exchange[] {
  const url = new URL(entry.request.url);
  const match = matchOperation([spec], entry.request.method, url);
  if (match?.operation.path !== from) return [];
  const path = to.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(match.pathParameters[name] ?? ""),
  );
  return [{ index, entry: replacePath(entry, url.pathname, spec.basePath + path) }];
}

function replacePath(entry: HarEntry, from: string, to: string): HarEntry {
  const { request, response } = entry;
  const replace = (text: string) => text.replaceAll(from, to);
  return {
    ...entry,
    request: { ...request, url: replace(request.url) },
    response: { ...response, content: { ...response.content, text: replace(response.content.text ?? "") } },
  };
}
