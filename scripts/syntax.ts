// Walks the syntax of a source file past everything that does not run: types, comments, declarations of names.
import ts from "typescript";

/** Something to complain about, with its place. */
export interface Complaint {
  readonly line: number;
  readonly what: string;
}

/** Parses TypeScript or JavaScript. */
export const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

/** The line of a node, counted from 1. */
export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Calls `visit` with every node that runs. */
export function walkCode(node: ts.Node, visit: (node: ts.Node) => void): void {
  if (isTypeOnly(node)) return;
  visit(node);
  ts.forEachChild(node, (child) => walkCode(child, visit));
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  // The class in `extends` is a value although the syntax tree files it under types.
  if (ts.isExpressionWithTypeArguments(node)) return ts.isHeritageClause(node.parent) && isImplements(node.parent);
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

const isImplements = (clause: ts.HeritageClause): boolean =>
  clause.token === ts.SyntaxKind.ImplementsKeyword || ts.isInterfaceDeclaration(clause.parent);

/** Whether an identifier names a variable that is read, rather than a property or something declared here. */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  return !isNamedBy(parent, node);
}

const isNamedBy = (parent: ts.Node, node: ts.Identifier): boolean => "name" in parent && parent.name === node;

/** The names that a file declares itself, in whatever scope: a variable `name` hides the global of that name. */
export function declaredNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walkCode(file, (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node);
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
