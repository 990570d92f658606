import type { SchemaObject } from "openapi-typescript";
import type ts from "typescript";

/**
 * `x-extensible-enum` as a type that names the known values and accepts others: `"sim" | "fleet" | (string & {})`.
 *
 * @param compiler TypeScript, which is loaded only when there are types to make.
 */
export function openEnumType(
  { factory, SyntaxKind }: typeof ts,
  schema: SchemaObject | boolean,
): ts.TypeNode | undefined {
  if (typeof schema === "boolean" || !("x-extensible-enum" in schema)) return undefined;
  const known: unknown = schema["x-extensible-enum"];
  if (!Array.isArray(known)) return undefined;
  const isNullable = Array.isArray(schema.type) && schema.type.includes("null");
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(String(value)))),
    // Not plain `string`, which would swallow the known values.
    factory.createParenthesizedType(
      factory.createIntersectionTypeNode([
        factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
        factory.createTypeLiteralNode([]),
      ]),
    ),
    ...(isNullable ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}
