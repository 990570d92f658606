import { didYouMean } from "@usagewire/pagination/internal";
import { httpMethods } from "../document/operations.ts";
import { members } from "../document/spec.ts";
import { isSchemaRole } from "../document/walk.ts";
import { type NodeCheck, problemAt } from "./check.ts";
import { extensionNames } from "./extensions.ts";

const words = (text: string): readonly string[] => text.split(" ");

const pathItem = words(`$ref summary description servers parameters ${httpMethods.join(" ")}`);
const operation = words(
  "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
);
const header = words("$ref description required deprecated style explode schema example examples content");
const parameter = [...header, ...words("name in allowEmptyValue allowReserved")];
const requestBody = words("$ref description content required");
const keywords: { readonly [role: string]: readonly string[] } = {
  "": words("openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs"),
  ...{ paths: pathItem, pathItems: pathItem, webhooks: pathItem },
  ...Object.fromEntries(httpMethods.map((method) => [method, operation])),
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

/** Less than for a word that must be one of a few, since documents may have keywords of other dialects. */
const tolerance = (length: number): number => Math.floor((length + 1) / 5);

/**
 * Warns about probable typos of OpenAPI keywords, which would otherwise be ignored without a message. Other unknown keywords
 * are accepted. Of extensions, only near-misses of our own are reported.
 */
export const checkKeywords: NodeCheck = (node, role) => {
  const known = isSchemaRole(role) ? schema : Object.hasOwn(keywords, role) ? keywords[role] : undefined;
  if (known === undefined) return [];
  return members(node).flatMap(([key, found]) => {
    const candidates = key.startsWith("x-") ? extensionNames : known;
    const similar = candidates.includes(key) ? undefined : didYouMean(key, candidates, tolerance);
    if (similar === undefined) return [];
    return [problemAt(found, `unknown keyword "${key}" is ignored; did you mean "${similar}"?`, "warning")];
  });
};
