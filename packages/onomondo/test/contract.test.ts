import { contractTests } from "@usagewire/contract";
// By its name, because the built package is tested, as its users import it.
import { createOnomondo } from "@usagewire/onomondo";

contractTests({
  recordings: new URL("../fixtures/", import.meta.url),
  apis: [
    {
      spec: new URL("../../../specs/onomondo/usage.yaml", import.meta.url),
      client: ({ fetch, scheme }) =>
        createOnomondo({
          apiKey: "onok_test",
          authScheme: scheme === "bearer" ? "bearer" : "raw",
          fetch,
          retry: false,
        }),
    },
  ],
});
