// Declares contract tests.
import { type ContractClient, contractTests, documentedHar, writeHar } from "@usagewire/contract";
import { createOnomondo } from "@usagewire/onomondo";

export async function declareTests(): Promise<void> {
  contractTests({
    recordings: new URL("https://example.com/fixtures/"),
    apis: [
      {
        spec: "onomondo.yaml",
        client: ({ fetch, scheme }) => {
          refute<IsAny<typeof fetch>>();
          assert<Same<typeof scheme, string>>();
          return createOnomondo({ apiKey: "k", fetch, retry: false });
        },
      },
    ],
  });
  const har = await documentedHar({ source: "the manual", url: "https://api.example.com/usage", body: "{}" });
  refute<IsAny<typeof har>>();
  writeHar("fixtures/usage.documented.har", har);
}

export const adapter: ContractClient = {
  async GET(path, { params }) {
    assert<Same<typeof path, string>>();
    const response = await fetch(`https://api.example.com${path}?limit=${params.query.limit}`);
    return { data: await response.json(), response };
  },
};
