import {
  type Diagnostic,
  type Import,
  type Module,
  outerReferences,
  parseModule,
  printTerm,
  type Rule,
  renderDiagnostic,
  renderDiagnostics,
} from "@ostiary/rego";
import { goQuote } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { RegoSource } from "./rego-source.js";
import { moveEntryPoint, moveLibrary, startsWith } from "./rewrite-module.js";

/** The file name of a template's rule in messages. */
const ENTRY_POINT = "template";

const refuse = (complaint: string): Outcome<never> => fail("invalid-rego", `invalid ConstraintTemplate: ${complaint}`);

/**
 * Parses the rule of a template and its libraries, checks what they import and refer to, and moves them to where they are
 * evaluated.
 *
 * @param isBuiltin - whether a function of the name is known
 * @returns the modules in the order in which they are compiled, or why there are none, in Gatekeeper's words
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego/compilers.go
 */
export const readTemplateModules = (
  { rego, version, libs }: RegoSource,
  isBuiltin: (name: string) => boolean,
): Outcome<readonly Module[]> => {
  const entryPoint = parse(rego, { file: ENTRY_POINT, version, isBuiltin });
  if (!entryPoint.ok) return entryPoint;
  if (!entryPoint.value.rules.some(isViolation)) {
    return refuse("invalid rego: invalid module: missing required rules: [violation]");
  }
  const libraries: Module[] = [];
  for (const [index, source] of libs.entries()) {
    const library = parse(source, { file: `libs["lib_${index}"]`, version, isBuiltin });
    if (!library.ok) return library;
    libraries.push(library.value);
  }
  const fault = findFault(libraries, entryPoint.value);
  if (fault !== undefined) return refuse(fault);
  return succeed([moveEntryPoint(entryPoint.value), ...libraries.map(moveLibrary)]);
};

const parse = (source: string, options: Parameters<typeof parseModule>[1]): Outcome<Module> => {
  const parsed = parseModule(source, options);
  return parsed.ok ? succeed(parsed.value) : refuse(describeErrors(parsed.errors));
};

/** What `opa` prints in one message for a term that is not there, and what Gatekeeper prints. */
const NO_TERM = ["%!s(*ast.Term=<nil>)", "<nil>"] as const;

/** A module with nothing in it is one error and not a list of errors. */
const describeErrors = (errors: readonly Diagnostic[]): string => {
  const [first] = errors;
  return first?.row === 0 ? renderDiagnostic(first) : renderDiagnostics(errors).replaceAll(...NO_TERM);
};

/**
 * Whether a rule is called `violation`. OPA gives no name to a rule whose head is a longer reference, such as the objects of
 * Rego v1 that are true where the rule holds; those of v0 have one.
 */
const isViolation = ({ usesIf, head: { reference, generatedValue } }: Rule): boolean => {
  if (reference.head.kind !== "variable" || reference.head.name !== "violation") return false;
  return reference.path.length === 0 || (reference.path.length === 1 && !(usesIf && generatedValue === true));
};

/** Libraries first, as Gatekeeper checks them; each check is made on all modules before the next one. */
const findFault = (libraries: readonly Module[], entryPoint: Module): string | undefined => {
  const modules = [...libraries, entryPoint];
  return (
    firstFault(libraries, libraryFault) ??
    firstFault(
      modules.flatMap(({ imports }) => imports),
      importFault,
    ) ??
    firstFault(modules, referenceFault)
  );
};

const firstFault = <Item>(items: readonly Item[], judge: (item: Item) => string | undefined): string | undefined => {
  for (const item of items) {
    const fault = judge(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const libraryFault = ({ package: { path, location } }: Module): string | undefined => {
  if (path[0] === "lib" && path.length > 1) return undefined;
  const reference = printTerm({
    kind: "reference",
    head: { kind: "variable", name: "data", location },
    path: path.map((value) => ({ kind: "scalar", value, location })),
    location,
  });
  return `invalid lib prefix: path ${reference} not found in lib prefixes`;
};

const importFault = ({ path }: Import): string | undefined => {
  if (startsWith(path, "input")) return `invalid import: cannot import input: ${goQuote(printTerm(path))}`;
  if (startsWith(path, "data", "lib") || startsWith(path, "future")) return undefined;
  return `invalid import: bad import: ${goQuote(printTerm(path))}`;
};

const referenceFault = ({ file, rules }: Module): string | undefined => {
  const refused = rules
    .flatMap(outerReferences)
    .filter((reference) => startsWith(reference, "data"))
    .filter((reference) => !["inventory", "lib"].some((name) => startsWith(reference, "data", name)));
  if (refused.length === 0) return undefined;
  const lines = refused.map((reference) => `disallowed ref ${printTerm(reference)}\n`).join("");
  return `invalid data references: check refs failed on module {${file}}: errors (${refused.length}):\n${lines}`;
};
