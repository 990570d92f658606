import { library } from "../../tsup.base.ts";

export default library({ entries: ["index", "lean"], bundle: ["openapi-fetch"] });
