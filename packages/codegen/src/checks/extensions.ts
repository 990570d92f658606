import type { AnySchemaObject } from "ajv";
import arrayName from "../../../../specs/extensions/x-array-name.schema.json" with { type: "json" };
import clientDefault from "../../../../specs/extensions/x-client-default.schema.json" with { type: "json" };
import extensibleEnum from "../../../../specs/extensions/x-extensible-enum.schema.json" with { type: "json" };
import idempotent from "../../../../specs/extensions/x-idempotent.schema.json" with { type: "json" };
import pagination from "../../../../specs/extensions/x-pagination.schema.json" with { type: "json" };
import window from "../../../../specs/extensions/x-window.schema.json" with { type: "json" };
import { methods } from "../document/operations.ts";
import { isSchemaRole } from "../document/walk.ts";

export interface Extension {
  readonly schema: AnySchemaObject;
  /** Where it belongs, in words and by role. */
  readonly on: string;
  readonly belongs: (role: string) => boolean;
}

const operation = {
  on: "an operation",
  belongs: (role: string) => (methods as readonly string[]).includes(role),
};
const parameter = { on: "a parameter", belongs: (role: string) => role === "parameters" };

/** Our extensions, each with the JSON Schema in `specs/extensions/`. */
export const extensions: { readonly [name: string]: Extension } = {
  "x-pagination": { schema: pagination, ...operation },
  "x-window": { schema: window, ...operation },
  "x-idempotent": { schema: idempotent, ...operation },
  "x-array-name": { schema: arrayName, ...parameter },
  "x-client-default": { schema: clientDefault, ...parameter },
  "x-extensible-enum": { schema: extensibleEnum, on: "a schema", belongs: isSchemaRole },
};
