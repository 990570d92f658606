/** The server asks for none; every subject sends some, as it would to the provider. */
export const credentials = {
  accountSid: "AC00000000000000000000000000000000",
  authToken: "00000000000000000000000000000000",
} as const;

export const authorization = `Basic ${btoa(`${credentials.accountSid}:${credentials.authToken}`)}`;
