/** Everything between a typed call and the wire: a concern is a function from `Fetch` to `Fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/** A concern of the wire, such as credentials: takes the next `Fetch` and returns one around it. */
export type Wire = (next: Fetch) => Fetch;
