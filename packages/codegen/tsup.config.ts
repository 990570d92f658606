import { library } from "../../tsup.base.ts";
import { engineParts } from "./engine.ts";

export default library({
  bin: "src/bin.ts",
  platform: "node",
  bundle: ["openapi-typescript", "typescript"],
  replace: engineParts,
});
