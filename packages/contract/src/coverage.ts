import { readPointer } from "@usagewire/pagination/internal";
import { type Call, toCall } from "./call.ts";
import { type RecordedCall, type Recording, responseBody } from "./recording.ts";
import type { Operation, Pagination, Parameter, Spec } from "./spec.ts";

/** The calls that a recording holds of one operation. */
interface RecordedUse {
  readonly calls: readonly Call[];
  readonly paginated: boolean;
}

/**
 * Everything in the specs that no recording uses, by name.
 *
 * @param isRequired Whether an operation must be recorded. Defaults to all.
 */
export function missingCoverage(
  specs: readonly Spec[],
  recordings: readonly Recording[],
  isRequired: (spec: Spec, operation: Operation) => boolean = () => true,
): string[] {
  const uses = recordings.flatMap(({ calls }) => calls.map((recorded) => toUse(specs, recorded)));
  const used = new Map(specs.map((spec) => [spec, new Set<string>()]));
  for (const { spec, operation, params } of uses.flatMap(({ calls }) => calls)) {
    for (const { in: place, name, id } of operation.parameters) {
      if ((place === "path" || place === "query") && name in params[place]) used.get(spec)?.add(id);
    }
  }
  return specs.flatMap((spec) =>
    spec.operations
      .filter((operation) => isRequired(spec, operation))
      .flatMap((operation) => {
        const own = uses.flatMap(({ calls, paginated }) => {
          const ofOperation = calls.filter((call) => call.operation === operation);
          return ofOperation.length === 0 ? [] : [{ calls: ofOperation, paginated }];
        });
        const isUsed = ({ id }: Parameter) => used.get(spec)?.has(id) === true;
        return missingOf(operation, own, isUsed).map(
          (problem) => `${spec.name} ${operation.key}: ${problem}`,
        );
      }),
  );
}

/** Requests that match no operation are reported with their recording. */
function toUse(specs: readonly Spec[], { exchanges, paginated }: RecordedCall): RecordedUse {
  const calls = exchanges.flatMap((exchange) => {
    try {
      return [toCall(specs, exchange)];
    } catch {
      return [];
    }
  });
  return { calls, paginated };
}

function missingOf(
  { parameters, pagination }: Operation,
  uses: readonly RecordedUse[],
  isUsed: (parameter: Parameter) => boolean,
): string[] {
  // Headers and cookies are not compared when a recording is replayed.
  const compared = parameters.filter(({ in: place }) => place === "path" || place === "query");
  return [
    ...(uses.length === 0
      ? ["no recording uses this operation"]
      : compared
          .filter((parameter) => !isUsed(parameter))
          .map(({ in: place, name }) => `no recording uses the ${place} parameter ${JSON.stringify(name)}`)),
    ...(pagination === undefined ? [] : missingPages(pagination, uses)),
  ];
}

/** The cases in which clients lose records: a page in the middle, filters, an empty page, an error. */
function missingPages({ items, changing }: Pagination, uses: readonly RecordedUse[]): string[] {
  const lists = uses.filter(({ paginated }) => paginated).map(({ calls }) => calls);
  const counts = lists.map((pages) =>
    pages.map(({ exchange }) => {
      const records = readPointer(responseBody(exchange.entry).json, items);
      return Array.isArray(records) ? records.length : undefined;
    }),
  );
  const hasFilter = (call: Call | undefined) =>
    Object.keys(call?.params.query ?? {}).some((name) => !changing.includes(name));
  const isError = ({ exchange }: Call) => exchange.entry.response.status >= 400;
  return [
    ...(counts.some((pages) => pages.filter(Boolean).length >= 3)
      ? []
      : ["no recording has three pages with records"]),
    ...(lists.some((pages) => pages.length > 1 && hasFilter(pages[0]))
      ? []
      : ["no recording of several pages has a filter"]),
    ...(counts.flat().includes(0) ? [] : ["no recording has an empty page"]),
    ...(uses.flatMap(({ calls }) => calls).some(isError) ? [] : ["no recording has an error response"]),
  ];
}
