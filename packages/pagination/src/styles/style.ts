import type { AnswerHeaders } from "../page.ts";

/** A page that has arrived, as far as finding the next one takes. */
export interface ArrivedPage {
  /** Where it was asked for. */
  readonly position: string;
  readonly items: readonly unknown[];
  readonly body: unknown;
  readonly headers: AnswerHeaders | undefined;
}

/** What follows a page. */
export type Following =
  | {
      readonly kind: "page";
      readonly position: string;
      /** Pages to come, as far as the answer tells. */
      readonly left?: number | undefined;
    }
  | { readonly kind: "end" }
  /** The list goes on, but the page does not say where. */
  | { readonly kind: "lost"; readonly problem: string }
  | SamePageAgain;

/** The page holds the records of the page before it: the list's own, or the server's answer past the end. */
export interface SamePageAgain {
  readonly kind: "again";
  /** Where the list goes on if the records are its own. */
  readonly position: string;
  /** Asks for a page far past the end: if `isSame` there, too, the records are not the list's own. */
  readonly farQuery: string;
  isSame(records: readonly unknown[]): boolean;
  /**
   * If they are not: that is how the provider answers past the end, since it has answered otherwise before, or gives fewer
   * than it was asked for. Else it may not heed the number at all.
   */
  readonly certain: boolean;
}

export const END: Following = { kind: "end" };

/** A way of forming the next request. Positions are short texts; `""` is the first page. */
export interface Style {
  /** The query that asks for the page at this position. */
  query(position: string): string;
  following(page: ArrivedPage): Following;
  /**
   * The queries of the pages from this position on, if each holds so many records; only styles that number their pages
   * can tell. A page that is not there costs a request and no more: what is taken next is decided by `following` alone.
   */
  foresee?(position: string, records: number, pages: number): string[];
}
