export type { ContractClient, ContractPager, CreateClient } from "./contract/contract-client.ts";
export { type ContractApi, type ContractOptions, contractTests } from "./contract/contract-tests.ts";
export { type DocumentedExchange, documentedHar } from "./fixtures/documented-har.ts";
export { writeHar } from "./fixtures/write-har.ts";
