import { nextLink } from "./next-link.ts";
import { nextLinkHeader } from "./next-link-header.ts";
import { nextToken } from "./next-token.ts";
import { offset } from "./offset.ts";
import { pageNumber } from "./page-number.ts";
import type { PagingStyle } from "./paging-style.ts";

export const everyStyle: readonly PagingStyle[] = [nextLink, nextLinkHeader, nextToken, offset, pageNumber];
