/*
 * No quantifier below can give characters to its neighbour, so a hostile header costs time linear in its length.
 * Quoted values may hold commas, semicolons and escaped quotes.
 */
const PARAM = /\s*;\s*([^\s=;,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;

/**
 * The target of the link with relation `next` in a `Link` header (RFC 8288), `undefined` where there is none.
 * Of several, the first counts.
 */
export function nextOfLinkHeader(header: string): string | undefined {
  const link = new RegExp(`<([^<>]*)>((?:${PARAM.source})*)`, "g");
  for (const [, target = "", params = ""] of header.matchAll(link)) {
    if (relations(params).includes("next")) return target.trim();
  }
  return undefined;
}

/** Of several `rel`s the first counts (RFC 8288, 3.3); it may list several relations, in any case. */
function relations(params: string): string[] {
  for (const [, name = "", quoted, bare] of params.matchAll(PARAM)) {
    if (name.toLowerCase() === "rel") return (quoted ?? bare ?? "").toLowerCase().split(/\s+/);
  }
  return [];
}
