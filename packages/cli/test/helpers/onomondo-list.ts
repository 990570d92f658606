import type { ServerResponse } from "node:http";
import { json, serve } from "./serve.ts";

export const KEY = "onok_secret.f00ba5";
export const ENV = { ONOMONDO_API_KEY: KEY };

type Answer = (page: number, response: ServerResponse, records: (page: number) => void) => void;

/** Onomondo's `/usage`, with pages that a test writes; `next_page` is the number of the page. */
export async function onomondoList(
  pages: readonly (readonly object[])[],
  answer: Answer = (page, _response, send) => send(page),
) {
  const { url, asked } = await serve((_request, response, { searchParams }) => {
    const page = Number(searchParams.get("next_page") ?? 0);
    answer(page, response, () => {
      const more = page + 1 < pages.length;
      const pagination = more ? { next_page: String(page + 1), has_more: true } : { has_more: false };
      json(response, { pagination, usage: pages[page] });
    });
  });
  return { args: ["pull", "onomondo", "usage", "--base-url", url], asked };
}

/** Pages of records that tell where they stand. */
export const numbered = (pages: number, size: number): object[][] =>
  Array.from({ length: pages }, (_, page) =>
    Array.from({ length: size }, (_, index) => ({
      time: "2025-05-01 00:00:00",
      bytes: page * size + index,
      iccid: "89457387300000000011",
      bill_id: "b",
    })),
  );
