import { copyRequest } from "../call.ts";
import type { Wire } from "../fetch.ts";

/**
 * Several forms of the same credential, for a provider whose document and servers disagree: tries them in order
 * while the answer is 401, and keeps the first that worked for the life of the client.
 */
export const firstAccepted =
  (...forms: readonly Wire[]): Wire =>
  (next) => {
    const attempts = forms.map((form) => form(next));
    let proven: (typeof attempts)[number] | undefined;

    return async (request) => {
      if (proven !== undefined) return proven(request);
      let refused: Response | undefined;
      for (const attempt of attempts) {
        await refused?.body?.cancel();
        // Its own copy, so that one form's header does not stay when the next sets another.
        const response = await attempt(copyRequest(request));
        if (response.status !== 401) {
          // A 5xx or 429 may have been answered before the credentials were looked at: it proves nothing.
          if (response.ok) proven = attempt;
          return response;
        }
        refused = response;
      }
      if (refused === undefined) throw new TypeError("firstAccepted() takes at least one form of credential");
      return refused;
    };
  };
