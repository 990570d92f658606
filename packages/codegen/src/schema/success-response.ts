import type { Operation } from "../document/operations.ts";
import { child, members, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";

/** The response of a call that worked: 200, else the first other 2xx. */
export function successResponse(spec: Spec, operation: Operation): Place | undefined {
  const responses = members(child(operation.place, "responses"));
  const [, found] =
    responses.find(([status]) => status === "200") ??
    responses.find(([status]) => /^2(\d\d|XX)$/i.test(status)) ??
    [];
  return found && spec.follow(found);
}

/** The schema of a response's JSON body. */
export function jsonBody(spec: Spec, response: Place): Place | undefined {
  const content = members(child(response, "content"));
  const [, media] =
    content.find(([type]) => /^application\/json\b/i.test(type)) ??
    content.find(([type]) => /[/+]json\b|^\*\/\*/i.test(type)) ??
    [];
  const schema = media && spec.follow(media);
  return schema && spec.follow(child(schema, "schema"));
}
