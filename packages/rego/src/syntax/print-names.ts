/** Operators of builtins that are written between their operands. */
export const infixSigns: Readonly<Record<string, string>> = {
  eq: "=",
  assign: ":=",
  equal: "==",
  neq: "!=",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
  plus: "+",
  minus: "-",
  mul: "*",
  div: "/",
  rem: "%",
  and: "&",
  or: "|",
};

/** The name a variable has in the source, where the compiler adds `#` and a number; those of the compiler as OPA calls them. */
export const sourceName = (name: string): string =>
  name.startsWith("#") ? `__local${name.slice(1)}__` : name.replace(/#.*$/, "");
