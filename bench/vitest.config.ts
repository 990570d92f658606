import { mergeConfig } from "vitest/config";
import { suite } from "../vitest.base.ts";

// The processes that tests start load the packages' sources, as the tests do.
const env = { NODE_OPTIONS: "--conditions=@usagewire/source" };

export default mergeConfig(suite(), { test: { env } });
