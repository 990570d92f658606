/**
 * The query of an absolute URL, a relative reference or a bare `?query`, its bytes kept; `undefined` where it has none.
 * Host and path are not looked at: the next page is the same operation with another query.
 */
export function linkQuery(link: string): string | undefined {
  const withoutFragment = link.split("#", 1)[0] ?? "";
  const mark = withoutFragment.indexOf("?");
  const query = mark === -1 ? "" : withoutFragment.slice(mark + 1);
  return query === "" ? undefined : query;
}
