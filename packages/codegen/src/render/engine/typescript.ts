/**
 * The part of TypeScript's API that openapi-typescript uses with our options: the factory of nodes, and a printer that prints
 * them as TypeScript does, byte by byte. The package is built with it in place of `typescript`, so that a project needs no
 * other TypeScript than its own, of any version. A test compares the result with that of TypeScript.
 */

interface Comment {
  readonly text: string;
  readonly hasTrailingNewLine: boolean;
}

interface Node {
  readonly kind: string;
  /** Comments before the node; see {@link addSyntheticLeadingComment}. */
  comments?: Comment[];
  readonly [member: string]: unknown;
}

type Nodes = readonly Node[];

const kinds = [
  ...["BooleanKeyword", "ExportKeyword", "FalseKeyword", "NeverKeyword", "NullKeyword", "NumberKeyword"],
  ...["ReadonlyKeyword", "StringKeyword", "TrueKeyword", "UndefinedKeyword", "UnknownKeyword"],
  ...["MinusToken", "QuestionToken", "MultiLineCommentTrivia", "SingleLineCommentTrivia"],
] as const;

/** A kind is its own name, so that looking up the name of a kind gives it, too. */
const SyntaxKind: { readonly [kind: string]: string } = Object.fromEntries(kinds.map((kind) => [kind, kind]));

const identifier = (name: string | Node): Node =>
  typeof name === "string" ? { kind: "Identifier", text: name, escapedText: name } : name;

const factory = {
  createArrayTypeNode: (elementType: Node): Node => ({ kind: "ArrayType", elementType }),
  createFalse: (): Node => ({ kind: "FalseKeyword" }),
  createIdentifier: identifier,
  createIndexedAccessTypeNode: (objectType: Node, indexType: Node): Node => ({
    kind: "IndexedAccessType",
    objectType,
    indexType,
  }),
  createIndexSignature: (modifiers: Nodes | undefined, parameters: Nodes, type: Node): Node => ({
    kind: "IndexSignature",
    modifiers,
    parameters,
    type,
  }),
  createInterfaceDeclaration: (
    modifiers: Nodes | undefined,
    name: string | Node,
    _typeParameters: undefined,
    _heritage: undefined,
    members: Nodes,
  ): Node => ({ kind: "InterfaceDeclaration", modifiers, name: identifier(name), members }),
  createIntersectionTypeNode: (types: Nodes): Node => ({ kind: "IntersectionType", types }),
  createKeywordTypeNode: (kind: string): Node => ({ kind }),
  createLiteralTypeNode: (literal: Node): Node => ({ kind: "LiteralType", literal }),
  createModifier: (kind: string): Node => ({ kind }),
  createNodeArray: (nodes: Nodes): Nodes => nodes,
  createNull: (): Node => ({ kind: "NullKeyword" }),
  createNumericLiteral: (value: string | number): Node => ({ kind: "NumericLiteral", text: String(value) }),
  createParameterDeclaration: (
    _modifiers: undefined,
    _dotDotDot: undefined,
    name: string | Node,
    _question: undefined,
    type: Node,
  ): Node => ({ kind: "Parameter", name: identifier(name), type }),
  createParenthesizedType: (type: Node): Node => ({ kind: "ParenthesizedType", type }),
  createPrefixUnaryExpression: (_operator: string, operand: Node): Node => ({
    kind: "PrefixUnaryExpression",
    operand,
  }),
  createPropertySignature: (
    modifiers: Nodes | undefined,
    name: string | Node,
    questionToken: Node | undefined,
    type: Node,
  ): Node => ({ kind: "PropertySignature", modifiers, name: identifier(name), questionToken, type }),
  createStringLiteral: (text: string): Node => ({ kind: "StringLiteral", text }),
  createToken: (kind: string): Node => ({ kind }),
  createTrue: (): Node => ({ kind: "TrueKeyword" }),
  createTupleTypeNode: (types: Nodes): Node => ({ kind: "TupleType", types }),
  createTypeAliasDeclaration: (
    modifiers: Nodes | undefined,
    name: string | Node,
    _typeParameters: undefined,
    type: Node,
  ): Node => ({ kind: "TypeAliasDeclaration", modifiers, name: identifier(name), type }),
  createTypeLiteralNode: (members: Nodes): Node => ({ kind: "TypeLiteral", members }),
  createTypeReferenceNode: (name: string | Node, typeArguments: Nodes = []): Node => ({
    kind: "TypeReference",
    name: identifier(name),
    typeArguments,
  }),
  createUnionTypeNode: (types: Nodes): Node => ({ kind: "UnionType", types }),
};

function addSyntheticLeadingComment(
  node: Node,
  _kind: string,
  text: string,
  hasTrailingNewLine: boolean,
): Node {
  node.comments = [...(node.comments ?? []), { text: `/*${text}*/`, hasTrailingNewLine }];
  return node;
}

/** A file whose statements are replaced, or the one-line alias of a mapped type that openapi-typescript adds as text. */
function createSourceFile(_name: string, text: string): { statements: Nodes } {
  const [, name] = /^type (\w+)/.exec(text) ?? [];
  if (name === undefined) return { statements: [] };
  const source = text.replace("{ ", "{\n    ").replace(" }", ";\n}");
  return { statements: [{ kind: "TypeAliasDeclaration", name: identifier(name), source }] };
}

const createPrinter = () => ({
  printFile: ({ statements }: { statements: Nodes }): string =>
    statements.map((statement) => `${print(statement, "")}\n`).join(""),
});

/** @param indent the indentation of the line on which the node starts. */
function print(node: Node | undefined, indent: string): string {
  if (node === undefined) return "";
  const at = (member: string): string => print(node[member] as Node | undefined, indent);
  const each = (member: string): string[] => ((node[member] ?? []) as Nodes).map((one) => print(one, indent));
  const modifiers = (): string =>
    each("modifiers")
      .map((modifier) => `${modifier} `)
      .join("");
  switch (node.kind) {
    case "ArrayType":
      return `${parenthesized(node.elementType as Node, indent)}[]`;
    case "Identifier":
    case "NumericLiteral":
      return String(node.text);
    case "IndexedAccessType":
      return `${parenthesized(node.objectType as Node, indent)}[${at("indexType")}]`;
    case "IndexSignature":
      return `${modifiers()}[${each("parameters").join(", ")}]: ${at("type")};`;
    case "InterfaceDeclaration":
      return `${modifiers()}interface ${at("name")} ${block(node.members as Nodes, indent, "{\n}")}`;
    case "IntersectionType":
      return (node.types as Nodes).map((type) => parenthesized(type, indent)).join(" & ");
    case "LiteralType":
      return at("literal");
    case "MinusToken":
      return "-";
    case "Parameter":
      return `${at("name")}: ${at("type")}`;
    case "ParenthesizedType":
      return `(${at("type")})`;
    case "PrefixUnaryExpression":
      return `-${at("operand")}`;
    case "PropertySignature":
      return `${modifiers()}${at("name")}${at("questionToken")}: ${at("type")};`;
    case "QuestionToken":
      return "?";
    case "StringLiteral":
      return `"${escapeString(String(node.text))}"`;
    case "TupleType":
      return tuple(node.types as Nodes, indent);
    case "TypeAliasDeclaration":
      return typeof node.source === "string"
        ? node.source
        : `${modifiers()}type ${at("name")} = ${at("type")};`;
    case "TypeLiteral":
      return block(node.members as Nodes, indent, "{}");
    case "TypeReference": {
      const types = each("typeArguments");
      return at("name") + (types.length === 0 ? "" : `<${types.join(", ")}>`);
    }
    case "UnionType":
      return (node.types as Nodes).map((type) => parenthesized(type, indent)).join(" | ");
    default:
      return node.kind.replace(/Keyword$/, "").toLowerCase();
  }
}

/** A type within another, in parentheses where TypeScript has them. */
function parenthesized(type: Node, indent: string): string {
  const text = print(type, indent);
  return type.kind === "UnionType" || type.kind === "IntersectionType" ? `(${text})` : text;
}

function block(members: Nodes, indent: string, empty: string): string {
  if (members.length === 0) return empty;
  const deeper = `${indent}    `;
  const lines = members.map((member) => {
    const comments = (member.comments ?? []).map((comment) => printComment(comment, deeper));
    return `${comments.join("")}${deeper}${print(member, deeper)}\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

function tuple(types: Nodes, indent: string): string {
  if (types.length === 0) return `[\n${indent}]`;
  const deeper = `${indent}    `;
  return `[\n${types.map((type) => deeper + print(type, deeper)).join(",\n")}\n${indent}]`;
}

const space = /^[ \t\v\f\u0085\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*/;

/** A comment in front of a member: its lines trimmed, and moved to the right by the indentation. */
function printComment({ text, hasTrailingNewLine }: Comment, indent: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const printed = lines.map((line, index) => {
    const own = index === 0 ? 0 : widthOf(space.exec(line)?.[0] ?? "");
    return indent + " ".repeat(own) + line.trim();
  });
  return printed.join("\n") + (hasTrailingNewLine ? "\n" : "");
}

/** The width of white space, with a tab stop every four columns. */
const widthOf = (white: string): number =>
  [...white].reduce((width, one) => width + (one === "\t" ? 4 - (width % 4) : 1), 0);

const escapes: { readonly [character: string]: string } = {
  "\t": "\\t",
  "\v": "\\v",
  "\f": "\\f",
  "\b": "\\b",
  "\r": "\\r",
  "\n": "\\n",
  "\\": "\\\\",
  '"': '\\"',
};

const escapeString = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that need an escape.
  text.replace(/[\\"\u0000-\u001f]|[^\u0000-\u007f]/g, (character, offset: number) => {
    if (character === "\0") return /\d/.test(text[offset + 1] ?? "") ? "\\x00" : "\\0";
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return escapes[character] ?? `\\u${code}`;
  });

const isKind = (kind: string) => (node: Node) => node.kind === kind;

export default {
  SyntaxKind,
  factory,
  addSyntheticLeadingComment,
  createSourceFile,
  createPrinter,
  isArrayTypeNode: isKind("ArrayType"),
  isInterfaceDeclaration: isKind("InterfaceDeclaration"),
  isTupleTypeNode: isKind("TupleType"),
  isTypeAliasDeclaration: isKind("TypeAliasDeclaration"),
  isTypeNode: ({ kind }: Node): boolean => /(Type|TypeLiteral|TypeReference|Keyword)$/.test(kind),
  // What they contain is only handed to functions above, which do not need it.
  NewLineKind: {},
  ScriptKind: {},
  ScriptTarget: {},
};
