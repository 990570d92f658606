import type { AnySchemaObject } from "ajv";
import arrayName from "../../../../specs/extensions/x-array-name.schema.json" with { type: "json" };
import clientDefault from "../../../../specs/extensions/x-client-default.schema.json" with { type: "json" };
import extensibleEnum from "../../../../specs/extensions/x-extensible-enum.schema.json" with { type: "json" };
import idempotent from "../../../../specs/extensions/x-idempotent.schema.json" with { type: "json" };
import pagination from "../../../../specs/extensions/x-pagination.schema.json" with { type: "json" };
import window from "../../../../specs/extensions/x-window.schema.json" with { type: "json" };
import { httpMethods } from "../document/operations.ts";
import { allowsArray, typesOf } from "../document/schema.ts";
import { child } from "../document/spec.ts";
import { isSchemaRole } from "../document/walk.ts";
import { type Finding, type NodeCheck, problemAt } from "./check.ts";
import { validateExtension } from "./extension-schema.ts";

interface Extension {
  readonly schema: AnySchemaObject;
  /** The kind of object that it extends, in messages. */
  readonly on: string;
  readonly extendsRole: (role: string) => boolean;
}

const operation = { on: "an operation", extendsRole: (role: string) => httpMethods.includes(role) };
const parameter = { on: "a parameter", extendsRole: (role: string) => role === "parameters" };

const extensions = {
  "x-pagination": { schema: pagination, ...operation },
  "x-window": { schema: window, ...operation },
  "x-idempotent": { schema: idempotent, ...operation },
  "x-array-name": { schema: arrayName, ...parameter },
  "x-client-default": { schema: clientDefault, ...parameter },
  "x-extensible-enum": { schema: extensibleEnum, on: "a schema", extendsRole: isSchemaRole },
} satisfies { readonly [name: string]: Extension };

/** Our extensions of OpenAPI. */
export const extensionNames: readonly string[] = Object.keys(extensions);

/** The schema of an extension, from `specs/extensions/`. */
export const schemaOf = (name: keyof typeof extensions): AnySchemaObject => extensions[name].schema;

/** Each of our extensions is on an object where it has an effect, and matches its schema. */
export const checkExtensionForm: NodeCheck = (node, role) =>
  Object.entries<Extension>(extensions).flatMap(([name, { schema, on, extendsRole }]) => {
    const extension = child(node, name);
    if (extension.value === undefined) return [];
    const misplaced = extendsRole(role)
      ? []
      : [problemAt(extension, `${name} has no effect here; it belongs on ${on}`)];
    return [...misplaced, ...validateExtension(extension, schema).problems];
  });

/** `x-extensible-enum` is on a string, and without an `enum` or `const`, which would exclude other values. */
export const checkExtensibleEnum: NodeCheck = (node, role) => {
  const open = child(node, "x-extensible-enum");
  if (!isSchemaRole(role) || open.value === undefined) return [];
  const problems: Finding[] = [];
  if (child(node, "type").value === undefined || typesOf(node).join() !== "string") {
    problems.push(problemAt(open, 'x-extensible-enum requires type: string or type: [string, "null"]'));
  }
  for (const closed of ["enum", "const"]) {
    if (child(node, closed).value === undefined) continue;
    const message = `x-extensible-enum allows other values, but "${closed}" does not; remove one of them`;
    problems.push(problemAt(open, message));
  }
  return problems;
};

/** `x-array-name` is on a query parameter that accepts an array, `x-client-default` on a path parameter. */
export const checkParameterExtensions: NodeCheck = (node, role, spec) => {
  if (role !== "parameters") return [];
  const problems: Finding[] = [];
  const location = child(node, "in").value;
  const arrayName = child(node, "x-array-name");
  if (arrayName.value !== undefined && (location !== "query" || !allowsArray(spec, child(node, "schema")))) {
    problems.push(problemAt(arrayName, "x-array-name belongs on a query parameter that accepts an array"));
  }
  const clientDefault = child(node, "x-client-default");
  if (clientDefault.value !== undefined && location !== "path") {
    problems.push(problemAt(clientDefault, "x-client-default belongs on a path parameter"));
  }
  return problems;
};
