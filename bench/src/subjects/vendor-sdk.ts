import twilio from "twilio";
import { credentials } from "./credentials.ts";

/**
 * The vendor's SDK, asking the local server. It has no option for a base URL; what it documents is an HTTP client of one's own.
 * This one is its own client, axios and all, given another address: links of the server name the server already, so
 * that nothing but the first request of a list is redirected.
 */
export function createVendorSdk(origin: string) {
  class LocalClient extends twilio.RequestClient {
    override request: typeof twilio.RequestClient.prototype.request = (options) =>
      super.request({ ...options, uri: options.uri.replace("https://supersim.twilio.com", origin) });
  }
  return twilio(credentials.accountSid, credentials.authToken, { httpClient: new LocalClient() });
}
