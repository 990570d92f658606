export { api } from "../../../test/fleet-api/operations.ts";
