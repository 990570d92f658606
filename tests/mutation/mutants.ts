import ts from "typescript";

/** One small change of one source file. */
export interface Mutant {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line of the change, from 1. */
  readonly line: number;
  /** The changed lines as they are, with each run of white space as one space. */
  readonly before: string;
  /** The same lines with the change. */
  readonly after: string;
  /** The whole file with the change. */
  readonly text: string;
}

/** A change, as the visitor finds it. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * Every mutant of a file: operators, constants, negated conditions, dropped statements, flags and anchors of regular
 * expressions. Types, strings and imports stay as they are.
 */
export function makeMutants(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    changes.push(...changesOf(node, tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return changes.map((change) => toMutant(file, source, tree, change));
}

function toMutant(
  file: string,
  source: string,
  tree: ts.SourceFile,
  { start, end, replacement }: Change,
): Mutant {
  const line = tree.getLineAndCharacterOfPosition(start).line;
  const from = tree.getPositionOfLineAndCharacter(line, 0);
  const nextLine = source.indexOf("\n", end);
  const to = nextLine < 0 ? source.length : nextLine;
  return {
    file,
    line: line + 1,
    before: oneLine(source.slice(from, to)),
    after: oneLine(source.slice(from, start) + replacement + source.slice(end, to)),
    text: source.slice(0, start) + replacement + source.slice(end),
  };
}

const oneLine = (text: string) => text.trim().replaceAll(/\s+/g, " ");

function changesOf(node: ts.Node, tree: ts.SourceFile): Change[] {
  const replace = (part: ts.Node, replacement: string): Change => ({
    start: part.getStart(tree),
    end: part.getEnd(),
    replacement,
  });
  const swap = (part: ts.Node, others: ReadonlyMap<string, string>): Change[] => {
    const other = others.get(part.getText(tree));
    return other === undefined ? [] : [replace(part, other)];
  };

  if (isDroppable(node)) return [replace(node, ";")];
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return negate(node.expression, tree);
  }
  if (ts.isForStatement(node) && node.condition !== undefined) return negate(node.condition, tree);
  if (ts.isConditionalExpression(node)) return negate(node.condition, tree);
  if (ts.isBinaryExpression(node)) {
    // Without its left side, `a ?? b` is the default alone.
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      return [replace(node, node.right.getText(tree))];
    }
    return swap(node.operatorToken, OPERATORS);
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return unary(node, tree);
  if (ts.isNumericLiteral(node)) return isName(node) ? [] : [replace(node, otherNumber(node.text))];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, "false")];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, "true")];
  if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent))
    return swap(node.name, METHODS);
  if (ts.isRegularExpressionLiteral(node)) return otherPatterns(node.text).map((text) => replace(node, text));
  return [];
}

const isDroppable = (node: ts.Node) =>
  ts.isExpressionStatement(node) ||
  ts.isThrowStatement(node) ||
  ts.isReturnStatement(node) ||
  ts.isBreakStatement(node) ||
  ts.isContinueStatement(node);

/** A condition that is changed into its opposite by another mutant is not negated as well. */
function negate(condition: ts.Expression, tree: ts.SourceFile): Change[] {
  const isNot =
    ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken;
  const isEquality =
    ts.isBinaryExpression(condition) && /^[!=]==?$/.test(condition.operatorToken.getText(tree));
  if (isNot || isEquality) return [];
  return [
    {
      start: condition.getStart(tree),
      end: condition.getEnd(),
      replacement: `!(${condition.getText(tree)})`,
    },
  ];
}

function unary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, tree: ts.SourceFile): Change[] {
  const start = ts.isPrefixUnaryExpression(node) ? node.getStart(tree) : node.operand.getEnd();
  if (node.operator === ts.SyntaxKind.PlusPlusToken) return [{ start, end: start + 2, replacement: "--" }];
  if (node.operator === ts.SyntaxKind.MinusMinusToken) return [{ start, end: start + 2, replacement: "++" }];
  // `!a` becomes `a`, and `-1` becomes `1`.
  return [{ start, end: node.operand.getStart(tree), replacement: "" }];
}

const isName = ({ parent }: ts.Node) => ts.isPropertyAssignment(parent) && ts.isNumericLiteral(parent.name);

/** A small number is often a count, where one more matters; of a large one only another size does. */
function otherNumber(text: string): string {
  if (text.endsWith("n")) return `${text.slice(0, -1)}1n`;
  const value = Number(text);
  return String(Number.isInteger(value) && value < 10 ? value + 1 : value * 2);
}

function otherPatterns(text: string): string[] {
  const end = text.lastIndexOf("/");
  const pattern = text.slice(1, end);
  const flags = [...text.slice(end + 1)];
  const withoutFlag = flags.map((flag) => `/${pattern}/${flags.filter((other) => other !== flag).join("")}`);
  const withFlags = (other: string) => `/${other}/${flags.join("")}`;
  return [
    ...withoutFlag,
    ...(/^\^./.test(pattern) ? [withFlags(pattern.slice(1))] : []),
    ...(/[^\\]\$$/.test(pattern) ? [withFlags(pattern.slice(0, -1))] : []),
  ];
}

const inBothDirections = (pairs: readonly (readonly [string, string])[]) =>
  pairs.flatMap(([a, b]): [string, string][] => [
    [a, b],
    [b, a],
  ]);

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ...inBothDirections([
    ["===", "!=="],
    ["==", "!="],
    ["<", "<="],
    [">", ">="],
    ["&&", "||"],
    ["+", "-"],
    ["*", "/"],
    ["&", "|"],
    ["<<", ">>"],
    ["+=", "-="],
    ["*=", "/="],
  ]),
  ["%", "*"],
  ["**", "*"],
  ["^", "&"],
  [">>>", "<<"],
  ["??=", "="],
  ["||=", "="],
  ["&&=", "="],
  ["%=", "*="],
  ["^=", "&="],
  ["&=", "|="],
  ["|=", "&="],
]);

const METHODS: ReadonlyMap<string, string> = new Map([
  ...inBothDirections([
    ["min", "max"],
    ["some", "every"],
    ["startsWith", "endsWith"],
    ["floor", "ceil"],
  ]),
  ["round", "floor"],
  ["trunc", "ceil"],
]);
