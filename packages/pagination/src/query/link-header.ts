/*
 * No quantifier below can give characters to its neighbour, so a hostile header costs time linear in its length.
 * Quoted values may hold commas, semicolons and escaped quotes.
 */
const VALUE = String.raw`(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+))`;
const PARAM = String.raw`\s*;\s*([^\s=;,]+)(?:\s*=\s*${VALUE})?`;
const LINK = new RegExp(`<([^<>]*)>((?:${PARAM})*)`, "g");

/**
 * The target of the link with relation `next` in a `Link` header (RFC 8288), `undefined` where there is none.
 * Of several, the first counts.
 */
export function nextOfLinkHeader(header: string): string | undefined {
  for (const [, target = "", params = ""] of header.matchAll(LINK)) {
    if (relations(params).includes("next")) return target.trim();
  }
  return undefined;
}

/** Of several `rel`s the first counts (RFC 8288, 3.3); it may list several relations, in any case. */
function relations(params: string): string[] {
  for (const [, name = "", quoted, bare] of params.matchAll(new RegExp(PARAM, "g"))) {
    if (name.toLowerCase() === "rel") return (quoted ?? bare ?? "").toLowerCase().split(/\s+/);
  }
  return [];
}
