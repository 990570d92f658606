import type { SuperSimUsageRecord } from "@usagewire/twilio";
import { authorization } from "./credentials.ts";

export interface SuperSimPage {
  readonly usage_records: readonly SuperSimUsageRecord[];
  readonly meta: { readonly next_page_url: string | null };
}

/** One page, as one writes it by hand. */
export async function fetchPage(url: string): Promise<SuperSimPage> {
  const response = await fetch(url, { headers: { authorization } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return JSON.parse(await response.text());
}
