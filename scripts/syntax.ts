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

/** The identifiers that stand for globals: variables that are read where nothing in the file declares them. */
export function findGlobals(file: ts.SourceFile): ReadonlySet<ts.Node> {
  const checker = bind(file);
  const globals = new Set<ts.Node>();
  walkCode(file, (node) => {
    if (ts.isIdentifier(node) && isReference(node) && isUndeclared(node, checker)) globals.add(node);
  });
  return globals;
}

/** Whether an identifier names a variable that is read, rather than a property or something declared here. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  return !("name" in parent && parent.name === node);
}

function isUndeclared(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  // TypeScript knows `globalThis` without a declaration.
  if (node.text === "globalThis") return true;
  const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol === undefined;
}

/** Lets TypeScript resolve names within the file, in a world without libraries or other files. */
function bind(file: ts.SourceFile): ts.TypeChecker {
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    getDefaultLibFileName: () => "",
    writeFile: () => undefined,
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
  };
  const options = { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.Latest };
  return ts.createProgram([file.fileName], options, host).getTypeChecker();
}
