// What pure code must not do, and how to find it.
import { isBuiltin } from "node:module";
import ts from "typescript";
import { type Complaint, findGlobals, lineOf, parse, walkCode } from "./syntax.js";

/** Globals that reach outside of a function's arguments, by what they reach for. */
const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  "the clock": ["Date", "performance", "Temporal"],
  randomness: ["crypto"],
  "the network": ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "navigator", "Worker"],
  "the environment": ["process", "Deno", "Bun", "require", "module", "__dirname", "__filename", "Intl", "Buffer"],
  "global state": ["globalThis", "global", "window", "self", "document", "localStorage", "sessionStorage"],
  "dynamic code": ["eval", "Function", "WebAssembly"],
  "a timer": ["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame", "queueMicrotask"],
  "an output": ["console", "alert"],
  "the garbage collector": ["WeakRef", "FinalizationRegistry"],
};
const REACHES = new Map(Object.entries(GLOBALS).flatMap(([what, names]) => names.map((name) => [name, what] as const)));

/** Methods that depend on more than their arguments. */
const METHODS = new Map([
  ["localeCompare", "the machine's locale"],
  ["toLocaleString", "the machine's locale"],
  ["toLocaleLowerCase", "the machine's locale"],
  ["toLocaleUpperCase", "the machine's locale"],
]);

/** Finds code that reads or changes anything but its arguments. */
export function findImpurities(text: string): readonly Complaint[] {
  const file = parse(text);
  const globals = findGlobals(file);
  const complaints: Complaint[] = [];
  walkCode(file, (node) => {
    const what = nameGlobal(node, globals) ?? nameMethod(node) ?? nameImport(node);
    if (what !== undefined) complaints.push({ line: lineOf(node), what });
  });
  return complaints;
}

function nameGlobal(node: ts.Node, globals: ReadonlySet<ts.Node>): string | undefined {
  if (!ts.isIdentifier(node) || !globals.has(node)) return undefined;
  if (node.text === "Date" && isGivenTime(node.parent)) return undefined;
  const reach = REACHES.get(node.text);
  return reach && `\`${node.text}\` reaches for ${reach}`;
}

/** A date that is made of one given number is the same everywhere; of none it is now, of several it is in the machine's zone. */
const isGivenTime = (node: ts.Node): boolean => ts.isNewExpression(node) && node.arguments?.length === 1;

function nameMethod(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  if (node.getText() === "Math.random") return "`Math.random` reaches for randomness";
  const reach = METHODS.get(node.name.text);
  return reach && `\`.${node.name.text}\` reaches for ${reach}`;
}

function nameImport(node: ts.Node): string | undefined {
  if (ts.isMetaProperty(node)) return "`import.meta` reaches for the environment";
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return "`import()` loads code while running";
  }
  const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  if (!isImport || node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) return undefined;
  const name = node.moduleSpecifier.text;
  return isBuiltin(name) ? `\`${name}\` is a module of Node` : undefined;
}

/** Finds variables of a module that can change: `let`, `var`, and collections that start empty and so are there to be filled. */
export function findModuleState(text: string): readonly Complaint[] {
  const lists = parse(text).statements.filter(ts.isVariableStatement);
  return lists.flatMap(({ declarationList }) =>
    declarationList.declarations
      .filter((declaration) => !isConstant(declarationList) || isFillable(declaration))
      .map((declaration) => ({
        line: lineOf(declaration),
        what: `\`${declaration.name.getText()}\` is state of the module`,
      })),
  );
}

const isConstant = (list: ts.VariableDeclarationList): boolean => (list.flags & ts.NodeFlags.Const) !== 0;

const COLLECTIONS = ["Map", "Set", "WeakMap", "WeakSet", "Array"];

function isFillable({ initializer, type }: ts.VariableDeclaration): boolean {
  if (initializer === undefined || !ts.isNewExpression(initializer)) return false;
  const isEmpty = (initializer.arguments?.length ?? 0) === 0;
  return isEmpty && COLLECTIONS.includes(initializer.expression.getText()) && !/^readonly/i.test(type?.getText() ?? "");
}
