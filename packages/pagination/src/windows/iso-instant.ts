/** `2024-01-31T12:00:00Z`: without a zone, or with fractions of a second, some providers refuse a time. */
export const isoInstant = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** `2024-01-31`. */
export const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
