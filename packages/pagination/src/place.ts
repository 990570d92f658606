/** A place in a walk: so many records into one page of one window. A list that is not cut is window 0. */
export interface Place {
  /** Index into the walk's windows. */
  readonly window: number;
  /** The page, in the words of its style; `""` is the window's first. */
  readonly position: string;
  /** Records of that page, and if it has fewer of those after it, that come before the place. */
  readonly skip: number;
}

/** Where every walk begins. */
export const START: Place = { window: 0, position: "", skip: 0 };
