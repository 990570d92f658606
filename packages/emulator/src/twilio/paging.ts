import {
  createPageTokens,
  type Page,
  type PageRequest,
  type PagingParameters,
  type Position,
} from "../paging.ts";
import { twilioInvalidParameter } from "./errors.ts";

/** Page tokens that hold an offset, in the form of Twilio's published example `APMQ==`. */
export const pageTokens = createPageTokens<number>(
  "AP",
  (offset) => {
    const digits = String(offset);
    return digits.length % 3 === 0 ? `0${digits}` : digits;
  },
  (text) => (/^\d{1,16}$/.test(text) ? Number(text) : undefined),
);

/** `PageSize` (1 to 1000, default 50), `Page` and `PageToken`. */
export const twilioPaging: PagingParameters = {
  size: { name: "PageSize", default: 50 },
  count: "Page",
  token: "PageToken",
  locate: (page, token) => {
    if (token === null && page > 0) throw twilioInvalidParameter("PageToken is required for paging.");
    const offset = token === null ? 0 : pageTokens.decode(token);
    if (offset === undefined) throw twilioInvalidParameter("PageToken is not one that this API has issued.");
    return { offset, page };
  },
  invalid: (name, minimum, maximum) =>
    twilioInvalidParameter(`${name} must be an integer from ${minimum} to ${maximum}.`),
};

export interface PageLinks {
  readonly first: string;
  readonly self: string;
  readonly next: string | null;
  readonly previous: string | null;
}

const PAGING_PARAMETERS = new Set(["PageSize", "Page", "PageToken"]);

/**
 * Returns the links of a page. Each repeats the request's other parameters, then has `PageSize`, `Page` and
 * `PageToken`, all percent-encoded. A first page has no token.
 *
 * @param address the part of the link before the question mark
 */
export function pageLinks(
  address: string,
  query: URLSearchParams,
  { size, token }: PageRequest,
  { position, next, previous }: Page<unknown>,
): PageLinks {
  const filters = [...query].filter(([name]) => !PAGING_PARAMETERS.has(name));
  const link = (page: number, pageToken: string | null) => {
    const parameters = [...filters, ["PageSize", String(size)], ["Page", String(page)]];
    if (pageToken !== null) parameters.push(["PageToken", pageToken]);
    return `${address}?${parameters.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`;
  };
  const linkTo = (target: Position | null) =>
    target === null ? null : link(target.page, pageTokens.encode(target.offset));
  return {
    first: link(0, null),
    self: link(position.page, token),
    next: linkTo(next),
    previous: linkTo(previous),
  };
}
