export type { CallParams } from "./call.ts";
export { type ContractApi, type ContractOptions, contractTests } from "./contract-tests.ts";
export { type DocumentedExchange, documentedHar } from "./documented-har.ts";
export { writeHar } from "./files.ts";
export type {
  ContractCall,
  ContractClient,
  ContractPager,
  CreateClient,
} from "./replay-client.ts";
export type { HttpMethod } from "./spec.ts";
