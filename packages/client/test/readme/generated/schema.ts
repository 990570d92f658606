export type { paths } from "../../../test/fleet-api/schema.ts";
