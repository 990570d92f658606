/** What to do about a refusal, by the provider's error code; it ends the message of the `ApiError`. */
export type Advice = Readonly<Record<string, string>>;
