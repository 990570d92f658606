import { methods } from "../document/operations.ts";
import { members } from "../document/place.ts";
import { isSchemaRole } from "../document/walk.ts";
import { closest } from "./did-you-mean.ts";
import { extensions } from "./extensions.ts";
import { type PlaceCheck, problemAt } from "./problem.ts";

const words = (text: string): readonly string[] => text.split(" ");

const pathItem = words(`$ref summary description servers parameters ${methods.join(" ")}`);
const operation = words(
  "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
);
const header = words("$ref description required deprecated style explode schema example examples content");
const parameter = [...header, ...words("name in allowEmptyValue allowReserved")];
const requestBody = words("$ref description content required");
const keywords: { readonly [role: string]: readonly string[] } = {
  "": words("openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs"),
  ...{ paths: pathItem, pathItems: pathItem, webhooks: pathItem },
  ...Object.fromEntries(methods.map((method) => [method, operation])),
  ...{ parameters: parameter, headers: header, requestBody, requestBodies: requestBody },
  responses: words("$ref description headers content links"),
  content: words("schema example examples encoding"),
  components: words(
    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems",
  ),
};
const schema = words(
  "$ref type format title description default example examples enum const properties required items additionalProperties " +
    "patternProperties propertyNames minProperties maxProperties allOf anyOf oneOf not if then else contains prefixItems " +
    "minItems maxItems uniqueItems minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
    "nullable discriminator readOnly writeOnly deprecated externalDocs xml $defs definitions $id $schema $comment " +
    "dependentRequired dependentSchemas unevaluatedItems unevaluatedProperties minContains maxContains contentEncoding " +
    "contentMediaType contentSchema",
);

/** Stricter than for a word that must be one of few: others may have keywords of their own. */
const tolerance = (length: number): number => Math.floor((length + 1) / 5);

/** A keyword that OpenAPI does not have, but almost: what it was to say would be left out in silence. */
export const checkKeywords: PlaceCheck = (place, role) => {
  const known = isSchemaRole(role) ? schema : Object.hasOwn(keywords, role) ? keywords[role] : undefined;
  if (known === undefined) return [];
  return members(place).flatMap(([key, found]) => {
    // Extensions of others are theirs to spell, so that only what is almost one of ours is told.
    const words = key.startsWith("x-") ? Object.keys(extensions) : known;
    const meant = words.includes(key) ? undefined : closest(key, words, tolerance);
    if (meant === undefined) return [];
    return [problemAt(found, `"${key}" means nothing here; did you mean "${meant}"?`, "warning")];
  });
};
