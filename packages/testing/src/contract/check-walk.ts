import type { Call } from "./call.ts";
import type { Exchange } from "./recording.ts";

/** What keeps the exchanges of a HAR page from being one walk through one list, filters on every page. */
export function checkWalk([first, ...later]: readonly Call[]): { exchange: Exchange; problem: string }[] {
  if (first === undefined) return [];
  const { key, pagination } = first.match.operation;
  if (pagination === undefined) {
    return [{ exchange: first.exchange, problem: `${key} is not paged: its entry must not name a HAR page` }];
  }
  const filters = Object.entries(first.params.query).filter(([name]) => !pagination.moving.includes(name));
  return later.flatMap(({ exchange, match, params }) => {
    if (match.operation.key !== key) return [{ exchange, problem: `belongs to a walk of ${key}` }];
    return filters
      .filter(([name, value]) => JSON.stringify(params.query[name]) !== JSON.stringify(value))
      .map(([name]) => ({
        exchange,
        problem: `query parameter ${JSON.stringify(name)} of the walk's first page is not carried on`,
      }));
  });
}
