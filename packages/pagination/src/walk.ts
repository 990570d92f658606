import { readAnswer } from "./answer/read-answer.ts";
import type { Readers } from "./answer/readers.ts";
import { Flights, type Wanted } from "./flights.ts";
import { foresee } from "./foresee.ts";
import { goOn } from "./go-on.ts";
import type { OnRepeat } from "./options/pager-options.ts";
import type { FetchPage, PageAnswer } from "./page.ts";
import type { Place } from "./place.ts";
import { RepeatDetector } from "./repeat-detector.ts";
import type { Following, SamePageAgain, Style } from "./styles/style.ts";
import type { TakenPage } from "./taken-page.ts";
import { WalkFailure } from "./walk-failure.ts";

/** Everything that a walk needs to know before its first request. */
export interface WalkPlan<Body> {
  readonly fetchPage: FetchPage<Body>;
  readonly readers: Readers;
  /** The style of a window, over its base query. */
  readonly styleOf: (window: number) => Style;
  /** How many windows the list is cut into; 1 where it is not. */
  readonly windows: number;
  /** Where to begin; `undefined`: the list is over. */
  readonly start: Place | undefined;
  /** Records to take; `Infinity` without a cap. */
  readonly limit: number;
  /** Pages to take; `Infinity` without a cap. */
  readonly maxPages: number;
  /** Pages to ask for ahead of the consumer, where `concurrency` is 1. */
  readonly prefetch: number;
  /** Pages in flight, where the pages to come can be told before the ones before them have arrived. */
  readonly concurrency: number;
  readonly onRepeat: OnRepeat;
  readonly signal: AbortSignal | undefined;
}

const SAME_PAGE_UNCLEAR =
  "the page holds the records of the page before it, and the page far past the end, which would tell why, could not be " +
  'fetched; with onRepeat "stop" the list ends there, with "allow" it goes on';

/** Takes the pages of a list one after the other, each once. It knows where the list goes on, and no consumers. */
export class Walk<Item, Body> {
  readonly #plan: WalkPlan<Body>;
  readonly #flights: Flights<Body>;
  #place: Place | undefined;
  #style: Style;
  #repeats: RepeatDetector;
  #failure: WalkFailure | undefined;
  #pages = 0;
  #records = 0;
  /** Records on the page before the place; 0 where a window begins. */
  #pageLength = 0;
  #pagesLeft: number | undefined;

  constructor(plan: WalkPlan<Body>) {
    this.#plan = plan;
    this.#flights = new Flights(plan.fetchPage, plan.signal);
    this.#place = plan.start;
    this.#style = plan.styleOf(plan.start?.window ?? 0);
    this.#repeats = new RepeatDetector(this.#style.query(plan.start?.position ?? ""));
  }

  /** Pages taken. */
  get pages(): number {
    return this.#pages;
  }

  /** Whether a cap was met before the list was known to end. */
  get capped(): boolean {
    return (
      this.#place !== undefined && (this.#records >= this.#plan.limit || this.#pages >= this.#plan.maxPages)
    );
  }

  /** The next page; `undefined` after the last. Rejects with a `WalkFailure`; then the walk is over. */
  async take(): Promise<TakenPage<Item, Body> | undefined> {
    const place = this.#place;
    if (place === undefined || this.capped) return undefined;
    if (this.#failure) throw this.#failure;

    this.#flights.want(this.#wanted(this.#plan.concurrency));
    const answer = await this.#land(place);
    const page = readAnswer<Item, Body>(answer, this.#plan.readers);
    const { items: all, body, headers, response, total } = page;

    const found = this.#style.following({ position: place.position, items: all, body, headers });
    const following = found.kind === "again" ? await this.#lookFar(place, found) : found;
    const index = this.#pages++;
    const step = goOn(place, all.length, following, {
      windows: this.#plan.windows,
      onRepeat: this.#plan.onRepeat,
      comesBack: (position) => this.#repeats.repeats(this.#style.query(position)),
    });
    this.#pageLength = all.length;
    this.#pagesLeft = following.kind === "page" ? following.left : undefined;
    const first = Math.min(place.skip, all.length);
    const last = step.discard ? first : Math.min(all.length, first + this.#plan.limit - this.#records);
    const after = step.discard || last === all.length ? step.after : { ...place, skip: last };
    this.#records += last - first;
    this.#failure = step.failure;
    this.#moveTo(after);
    this.#flights.want(
      this.#wanted(this.#plan.concurrency > 1 ? this.#plan.concurrency : this.#plan.prefetch),
    );

    const items = first === 0 && last === all.length ? all : all.slice(first, last);
    return { index, items, body, response, total, place: { ...place, skip: first }, after };
  }

  /** Gives up what is on its way. */
  close(): void {
    this.#flights.close();
  }

  async #land(place: Place): Promise<PageAnswer<Body>> {
    const query = this.#style.query(place.position);
    try {
      return await this.#flights.land({ window: place.window, query });
    } catch (cause) {
      throw new WalkFailure("request", "the page could not be fetched", { cause });
    }
  }

  /** Finds out whether records that came again are the list's own; where `onRepeat` says what they are, there is no need. */
  async #lookFar(place: Place, again: SamePageAgain): Promise<Following> {
    if (this.#plan.onRepeat !== "error") return again;
    try {
      const answer = await this.#flights.land({ window: place.window, query: again.farQuery });
      const { items } = readAnswer<Item, Body>(answer, this.#plan.readers);
      return again.isSame(items) ? again : { kind: "page", position: again.position };
    } catch (cause) {
      throw new WalkFailure("request", SAME_PAGE_UNCLEAR, { cause });
    }
  }

  #moveTo(place: Place | undefined): void {
    const entered = place !== undefined && place.window !== this.#place?.window;
    this.#place = place;
    if (!entered) return;
    this.#pageLength = 0;
    this.#style = this.#plan.styleOf(place.window);
    this.#repeats = new RepeatDetector(this.#style.query(""));
  }

  /** The pages to ask for: the next one, and with concurrency those that are foreseen after it. */
  #wanted(count: number): Wanted[] {
    const place = this.#place;
    if (place === undefined || this.capped || this.#failure) return [];
    return foresee(place, {
      style: this.#style,
      styleOf: this.#plan.styleOf,
      windows: this.#plan.windows,
      count,
      pageLength: this.#pageLength,
      pagesLeft: this.#pagesLeft,
      recordsAllowed: this.#plan.limit - this.#records,
      pagesAllowed: this.#plan.maxPages - this.#pages,
    });
  }
}
