import type { HttpBindings } from "@hono/node-server";

/** What Hono's contexts carry here: Node's own request and response beside the web ones. */
export interface ApiEnvironment {
  Bindings: HttpBindings;
}
