/**
 * Writes anew what stands between `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error when the page does not have both markers, in this order.
 */
export function replaceSection(page: string, name: string, content: string): string {
  const opening = `<!-- ${name} -->`;
  const closing = `<!-- /${name} -->`;
  const start = page.indexOf(opening);
  const end = page.indexOf(closing, start);
  if (start === -1 || end === -1) throw new Error(`the page has no ${opening} … ${closing}`);
  return `${page.slice(0, start + opening.length)}\n\n${content}\n\n${page.slice(end)}`;
}
