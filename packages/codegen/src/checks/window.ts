import { type Operation, queryParameters } from "../document/operations.ts";
import { listedValues } from "../document/schema.ts";
import { child, members, type Spec, type SpecNode } from "../document/spec.ts";
import { checkAnnotations, queryParameterFault } from "./annotations.ts";
import { type Check, type Finding, problemAt, quoted, suggestion } from "./check.ts";
import { schemaOf } from "./extensions.ts";

/** Whatever `x-window` refers to exists in the operation: `x-pagination`, query parameters, and the values in `spans`. */
export const checkWindow: Check = (spec, operations) =>
  operations.flatMap((operation) => {
    const window = child(operation.node, "x-window");
    if (window.value === undefined) return [];
    const isPaged = child(operation.node, "x-pagination").value !== undefined;
    return [
      ...checkAnnotations(spec, operation, window, schemaOf("x-window")),
      ...members(child(window, "spans")).flatMap(([name, spans]) => checkSpans(spec, operation, name, spans)),
      ...(isPaged ? [] : [problemAt(window, "x-window requires x-pagination on the same operation")]),
    ];
  });

/** @param spans the entries for one query parameter, by its value. */
function checkSpans(spec: Spec, operation: Operation, name: string, spans: SpecNode): Finding[] {
  const fault = queryParameterFault(operation, name);
  if (fault !== undefined) return [problemAt(spans, `x-window.spans: ${fault}`)];
  const parameter = queryParameters(operation).find((candidate) => candidate.name === name);
  const known = parameter && listedValues(spec, child(parameter.node, "schema")).values?.map(String);
  if (known === undefined) return [];
  return members(spans)
    .filter(([value]) => !known.includes(value))
    .map(([value, node]) => {
      const values = `its values are ${quoted(known)}${suggestion(value, known)}`;
      return problemAt(node, `x-window.spans: "${value}" is not a value of ${name}; ${values}`);
    });
}
