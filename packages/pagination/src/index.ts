export { mk, type A } from "./a.ts";
