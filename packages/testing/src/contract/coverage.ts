import { type Call, toCall } from "./call.ts";
import { atPointer } from "./json.ts";
import type { Operation } from "./operation.ts";
import { recordedBody } from "./recorded-body.ts";
import type { RecordedCall, Recording } from "./recording.ts";
import type { Spec } from "./spec.ts";

/** What of the specs no recording uses, each by name. */
export function missingCoverage(specs: readonly Spec[], recordings: readonly Recording[]): string[] {
  const uses = recordings.flatMap(({ provenance, calls }) =>
    calls.flatMap((recorded) => {
      const pages = recorded.exchanges.flatMap((exchange) => callOrNothing(specs, exchange));
      return pages.map((call) => ({ call, recorded, pages, provenance }));
    }),
  );
  const used = new Set(uses.flatMap(({ call }) => usedParameters(call)));
  return specs.flatMap(({ name, operations }) =>
    operations.flatMap((operation) => {
      const own = uses.filter(({ call }) => call.match.operation === operation);
      const problems =
        own.length === 0
          ? ["no recording uses this operation"]
          : operation.parameters
              .filter(({ identity }) => !used.has(`${name} ${identity}`))
              .map(
                (parameter) =>
                  `no recording uses the ${parameter.in} parameter ${JSON.stringify(parameter.name)}`,
              );
      const walks = new Map(
        own.filter(({ recorded }) => recorded.walk).map(({ recorded, pages }) => [recorded, pages]),
      );
      const answers = own.map(({ call }) => call.exchange.entry.response.status);
      return [...problems, ...missingPages(operation, walks, answers)].map(
        (problem) => `${name} ${operation.key}: ${problem}`,
      );
    }),
  );
}

/** A paged operation shows a first, a middle and a last page, filters, an empty page and an error. */
function missingPages(
  { pagination }: Operation,
  walks: ReadonlyMap<RecordedCall, readonly Call[]>,
  statuses: readonly number[],
): string[] {
  if (pagination === undefined) return [];
  const counts = [...walks.values()].map((pages) =>
    pages.map(({ exchange }) => {
      const items = atPointer(recordedBody(exchange.entry).json, pagination.items);
      return Array.isArray(items) ? items.length : undefined;
    }),
  );
  const filtered = [...walks.values()].some(
    (pages) =>
      pages.length > 1 &&
      Object.keys(pages[0]?.params.query ?? {}).some((name) => !pagination.moving.includes(name)),
  );
  return [
    ...(counts.some((walk) => walk.filter(Boolean).length >= 3)
      ? []
      : ["no recorded walk has three pages with records"]),
    ...(filtered ? [] : ["no recorded walk of several pages has a filter"]),
    ...(counts.flat().includes(0) ? [] : ["no recorded walk has an empty page"]),
    ...(statuses.some((status) => status >= 400) ? [] : ["no recording has an error answer"]),
  ];
}

function usedParameters({ match, params }: Call): string[] {
  return match.operation.parameters
    .filter(({ in: place, name }) => (place === "path" || place === "query") && name in params[place])
    .map(({ identity }) => `${match.spec.name} ${identity}`);
}

/** A request of no operation is reported where its recording is checked. */
function callOrNothing(specs: readonly Spec[], exchange: RecordedCall["exchanges"][number]): Call[] {
  try {
    return [toCall(specs, exchange)];
  } catch {
    return [];
  }
}
