/** The error about what the types of a lean client refuse, for callers without types. */
export const lacking = (name: string): TypeError =>
  new TypeError(`a lean client has no ${name}; import the client without "/lean" for it`);
