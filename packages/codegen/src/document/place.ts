/** A value of a spec and where it stands, so that whatever is found there can be named. */
export interface Place {
  readonly value: unknown;
  /** `""` for the spec itself; for a file it refers to, that file's path relative to the spec. */
  readonly file: string;
  /** The place that it is a member or an element of; none for the top of a file. */
  readonly holder?: Place;
  /** Its key or index there. */
  readonly key?: string | number;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The place one step below; its value is `undefined` where there is nothing. */
export function child(place: Place, key: string | number): Place {
  const { value } = place;
  const found = Array.isArray(value)
    ? value[Number(key)]
    : isRecord(value) && Object.hasOwn(value, key)
      ? value[key]
      : undefined;
  return { value: found, file: place.file, holder: place, key };
}

/** The members of an object or the elements of an array, in the document's order. */
export function children(place: Place): [key: string, place: Place][] {
  const { value } = place;
  const keys = Array.isArray(value)
    ? value.map((_, index) => String(index))
    : isRecord(value)
      ? Object.keys(value)
      : [];
  return keys.map((key) => [key, child(place, key)]);
}

/** The elements where the value is an array, else none. */
export function elements(place: Place): Place[] {
  return Array.isArray(place.value) ? children(place).map(([, element]) => element) : [];
}

/** The members where the value is an object, else none. */
export function members(place: Place): [key: string, place: Place][] {
  return isRecord(place.value) ? children(place) : [];
}

/** The string at a key, if there is one. */
export function stringAt(place: Place, key: string): string | undefined {
  const { value } = child(place, key);
  return typeof value === "string" ? value : undefined;
}
