import type { Context } from "hono";
import { type Api, type ApiSettings, createApi, type ProviderConventions } from "../http/api.ts";
import type { ApiEnvironment } from "../http/middleware.ts";
import { getPage, readPageRequest } from "../paging.ts";
import { onomondoError } from "./conventions.ts";
import { onomondoPaging, pageTokens, readUsageQuery } from "./query.ts";
import { createUsageHistory, type UsageHistory } from "./records.ts";
import type { OnomondoSim, SimInventory } from "./sims.ts";

/** Operations of the Onomondo API. */
export type OnomondoOperation = "GET /usage" | "GET /usage/{sim_id}" | "GET /usage/tag-total/{tag_id}";

export interface OnomondoState {
  readonly seed: string;
  readonly now: number;
  readonly inventory: SimInventory;
}

/** Creates the usage operations of `api.onomondo.com`. Source: the page "Usage" of https://docs.onomondo.com */
export function createOnomondoApi(
  settings: ApiSettings,
  conventions: ProviderConventions,
  { seed, now, inventory }: OnomondoState,
): Api {
  const history = createUsageHistory(seed, inventory, now);

  const respondWithList = (
    context: Context<ApiEnvironment>,
    filterKeys: readonly string[],
    only?: OnomondoSim,
  ) => {
    const { searchParams } = new URL(context.req.url);
    const query = readUsageQuery(searchParams, filterKeys, history);
    const request = readPageRequest(searchParams, onomondoPaging, settings.clampPageSize);
    const sims = inventory.select(only === undefined ? query : { ...query, simIds: [only.id] });
    const { items, next } = getPage(history.list(sims, query), request, settings.emptyPages);
    return context.json({
      pagination:
        next === null ? { has_more: false } : { next_page: pageTokens.encode(next), has_more: true },
      usage: items,
    });
  };

  return createApi(settings, conventions, [
    {
      path: "/usage",
      handle: (context) => respondWithList(context, ["time", "sim_id", "country_code"]),
    },
    {
      path: "/usage/{sim_id}",
      handle: (context) => {
        const index = inventory.find(context.req.param("sim_id") ?? "");
        if (index === undefined) throw onomondoError(404, "sim_not_found");
        return respondWithList(context, ["time", "country_code"], inventory.sim(index));
      },
    },
    {
      path: "/usage/tag-total/{tag_id}",
      handle: (context) => context.json(getTagTotal(inventory, history, context.req.param("tag_id") ?? "")),
    },
  ]);
}

/** Onomondo does not document this body; its fields are an assumption. */
interface TagTotal {
  readonly tag_id: string;
  readonly sims: number;
  readonly bytes: number;
}

/** Sums the records of a tag's SIMs one by one, which is slow for millions of SIMs. */
function getTagTotal(inventory: SimInventory, history: UsageHistory, tagId: string): TagTotal {
  const sims = inventory.withTag(tagId);
  if (sims.count === 0) throw onomondoError(404, "tag_not_found");
  const records = history.list(sims, { days: { first: 0, last: history.days - 1 }, byHours: false });
  let bytes = 0;
  for (let index = 0; index < records.count; index += 1) {
    bytes += records.at(index).bytes;
  }
  return { tag_id: tagId, sims: sims.count, bytes };
}
