import type { Literal, Module, Reference, Rule, Term } from "@ostiary/rego";

/** Under which name of `data` the libraries of a template are. */
const LIBRARIES = "libs";

/** Whether a reference is one to `data`, and begins with a name there. */
export const startsWith = (reference: Reference, document: string, name?: string): boolean => {
  const [first] = reference.path;
  if (reference.head.kind !== "variable" || reference.head.name !== document) return false;
  return name === undefined || (first?.kind === "scalar" && first.value === name);
};

/** Puts the rule of a template where the hook looks for it. */
export const moveEntryPoint = (module: Module): Module => rewrite({ ...module, package: at(module, ["template"]) });

/** Puts a library where that of another template is not met. */
export const moveLibrary = (module: Module): Module =>
  rewrite({ ...module, package: at(module, [LIBRARIES, ...module.package.path]) });

const at = (module: Module, path: readonly string[]): Module["package"] => ({ ...module.package, path });

/**
 * Follows the libraries to their new place. Only references that are a term of their own are rewritten, as in Gatekeeper:
 * one inside of a call, a list or a comprehension is left as it is, and finds nothing.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/regorewriter/regorewriter.go, Rewrite
 */
const rewrite = (module: Module): Module => ({
  ...module,
  imports: module.imports.map((one) => ({ ...one, path: rewriteReference(one.path) })),
  rules: module.rules.map(rewriteRule),
});

const rewriteReference = (reference: Reference): Reference => {
  if (!startsWith(reference, "data") || startsWith(reference, "data", "inventory")) return reference;
  const name = { kind: "scalar", value: LIBRARIES, location: reference.location } as const;
  return { ...reference, path: [name, ...reference.path] };
};

const rewriteTerm = (term: Term): Term => (term.kind === "reference" ? rewriteReference(term) : term);

const rewriteRule = (rule: Rule): Rule => {
  const { args, key, value } = rule.head;
  return {
    ...rule,
    head: {
      ...rule.head,
      ...(args !== undefined && { args: args.map(rewriteTerm) }),
      ...(key !== undefined && { key: rewriteTerm(key) }),
      ...(value !== undefined && { value: rewriteTerm(value) }),
    },
    body: rule.body.map(rewriteLiteral),
    ...(rule.else !== undefined && { else: rewriteRule(rule.else) }),
  };
};

const rewriteLiteral = (literal: Literal): Literal => ({
  ...literal,
  expression: rewriteExpression(literal.expression),
  modifiers: literal.modifiers.map((modifier) => ({
    ...modifier,
    target: rewriteTerm(modifier.target),
    value: rewriteTerm(modifier.value),
  })),
});

const rewriteExpression = (expression: Literal["expression"]): Literal["expression"] => {
  switch (expression.kind) {
    case "reference":
      return rewriteReference(expression);
    case "call":
      return {
        ...expression,
        operator: rewriteReference(expression.operator),
        args: expression.args.map(rewriteTerm),
      };
    case "every":
      return { ...expression, domain: rewriteTerm(expression.domain), body: expression.body.map(rewriteLiteral) };
    case "negated-body":
      return { ...expression, body: expression.body.map(rewriteLiteral) };
    default:
      return expression;
  }
};
