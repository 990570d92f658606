import type { HarEntry } from "@usagewire/replay";
import { matchOperation } from "./call.ts";
import type { Exchange, Recording } from "./recording.ts";
import type { Spec } from "./spec.ts";

/**
 * For each path but the first, the recordings of the first as if they had been made of that path: it replaces the
 * first path in URLs and in the links of bodies. Recordings of documented examples are left out.
 *
 * @throws Error if a path is not in the spec.
 */
export function equivalentRecordings(
  spec: Spec,
  recordings: readonly Recording[],
  [first, ...others]: readonly string[] = [],
): Recording[] {
  if (first === undefined) return [];
  for (const path of [first, ...others]) {
    if (!spec.operations.some((operation) => operation.path === path))
      throw new Error(`equivalentPaths: ${JSON.stringify(path)} is not a path of ${spec.name}`);
  }
  return others.flatMap((other) =>
    recordings
      .filter(({ origin }) => origin !== "documented")
      .flatMap((recording) => moveRecording(spec, recording, first, other)),
  );
}

function moveRecording(
  spec: Spec,
  { file, origin, calls }: Recording,
  from: string,
  to: string,
): Recording[] {
  const moved = calls.flatMap((call) => {
    const exchanges = call.exchanges.flatMap((exchange) => moveExchange(spec, exchange, from, to));
    return exchanges.length === call.exchanges.length ? [{ ...call, exchanges }] : [];
  });
  return moved.length === 0 ? [] : [{ file: `${file} as ${to}`, origin, calls: moved }];
}

function moveExchange(spec: Spec, { index, entry }: Exchange, from: string, to: string): Exchange[] {
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
  const { content } = response;
  const replace = (text: string) => text.split(from).join(to);
  return {
    ...entry,
    request: { ...request, url: replace(request.url) },
    response:
      content.text === undefined || content.encoding === "base64"
        ? response
        : { ...response, content: { ...content, text: replace(content.text) } },
  };
}
