import type { Context } from "hono";
import type { ApiEnvironment } from "../http/api-environment.ts";
import { type Api, type ApiSettings, createApi, type ProviderManners } from "../http/create-api.ts";
import { cutPage } from "../list/cut-page.ts";
import { listUsage } from "./list-usage.ts";
import { onomondoError } from "./onomondo-error.ts";
import { readPageRequest } from "./page-request.ts";
import { encodePageToken } from "./page-token.ts";
import { selectSims } from "./select-sims.ts";
import type { OnomondoSim, SimRegister } from "./sims.ts";
import { totalOfTag } from "./total-of-tag.ts";
import { readUsageQuery } from "./usage-query.ts";
import { createUsageHistory } from "./usage-records.ts";

export interface OnomondoParts {
  readonly seed: string;
  /** Milliseconds. */
  readonly now: number;
  readonly register: SimRegister;
}

/** `api.onomondo.com`, as far as it is about usage. */
export function createOnomondoApi(
  settings: ApiSettings,
  manners: ProviderManners,
  parts: OnomondoParts,
): Api {
  const { register } = parts;
  const history = createUsageHistory(parts.seed, register, parts.now);

  const answerList = (context: Context<ApiEnvironment>, keys: readonly string[], only?: OnomondoSim) => {
    const { searchParams } = new URL(context.req.url);
    const asked = readUsageQuery(searchParams, keys, history.start);
    const query = only === undefined ? asked : { ...asked, simIds: [only.id] };
    const request = readPageRequest(searchParams, settings.clampPageSize);
    const records = listUsage(history, selectSims(register, query), query);
    const { items, next } = cutPage(records, { ...request, emptyPages: settings.emptyPages });
    return context.json({
      pagination: next === null ? { has_more: false } : { next_page: encodePageToken(next), has_more: true },
      usage: items,
    });
  };

  return createApi(settings, manners, [
    { path: "/usage", answer: (context) => answerList(context, ["time", "sim_id", "country_code"]) },
    {
      path: "/usage/{sim_id}",
      answer: (context) => {
        const sim = register.find(context.req.param("sim_id") ?? "");
        if (sim === undefined) throw onomondoError(404, "sim_not_found");
        return answerList(context, ["time", "country_code"], register.sim(sim));
      },
    },
    {
      path: "/usage/tag-total/{tag_id}",
      answer: (context) => context.json(totalOfTag(register, history, context.req.param("tag_id") ?? "")),
    },
  ]);
}
