/** What the pager asks its caller for: the same operation with this query. */
export interface PageRequest {
  /** The raw query string, without `?`; its bytes are to be sent as they are. */
  readonly query: string;
  /** Aborts when the page is no longer wanted. */
  readonly signal: AbortSignal;
}

/** Response headers, as `Headers` or as a plain object. */
export type AnswerHeaders = Pick<Headers, "get"> | Readonly<Record<string, string>>;

/** What `fetchPage` resolves to. */
export interface PageAnswer<Body> {
  /** The parsed body. Read once, when the page is taken, so it may be a getter that parses late. */
  readonly body: Body;
  /** For schemes that read a header. Default: those of `response`. */
  readonly headers?: AnswerHeaders | undefined;
  /** Handed on as `Page.response`. */
  readonly response?: Response | undefined;
}

/** Requests one page; rejects on everything but a page. */
export type FetchPage<Body> = (request: PageRequest) => Promise<PageAnswer<Body>>;

/** One page of a list, as handed to the consumer. */
export interface Page<Item, Body> {
  /** The records, already cut to `limit` and to a resumed position. */
  readonly items: readonly Item[];
  /** The whole body, uncut. */
  readonly body: Body;
  /** The response, where `fetchPage` gave one. */
  readonly response: Response | undefined;
  /** 0 for the first page that this pager hands out. */
  readonly index: number;
  /** The position after this page: a pager from it goes on with the next record. */
  readonly cursor: string;
  /** Records in the whole list, where the body or a header says so. */
  readonly total?: number;
}
