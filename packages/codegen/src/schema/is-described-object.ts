import { child, members, type Place } from "../document/place.ts";

/** Whether a schema says which properties its objects have. */
export const isDescribedObject = (schema: Place): boolean => members(child(schema, "properties")).length > 0;
