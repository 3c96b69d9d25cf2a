/** Names of fields that are words of CEL. */
const RESERVED: ReadonlySet<string> = new Set(
  "true false null in as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ["__", "underscores"],
  [".", "dot"],
  ["-", "dash"],
  ["/", "slash"],
]);
const UNESCAPED: ReadonlyMap<string, string> = new Map([...ESCAPED].map(([sign, word]) => [word, sign]));

/**
 * The name by which expressions read a field; `undefined` for one that they cannot.
 *
 * @source k8s.io/apiserver, pkg/cel/escaping.go, Escape
 */
export const escapeName = (name: string): string | undefined => {
  if (RESERVED.has(name)) return `__${name}__`;
  if (!/^[a-zA-Z_./-][a-zA-Z0-9_./-]*$/.test(name)) return undefined;
  return name.replace(/__|[-./]/g, (sign) => `__${ESCAPED.get(sign)}__`);
};

/** The field that a name in an expression stands for; `undefined` where it is of no field. */
export const unescapeName = (name: string): string | undefined => {
  const reserved = /^__([a-z]+)__$/.exec(name)?.[1];
  if (reserved !== undefined && RESERVED.has(reserved)) return reserved;
  let isValid = true;
  const plain = name.replace(/__([^_]+)__/g, (_, word: string) => {
    const sign = UNESCAPED.get(word);
    isValid &&= sign !== undefined;
    return sign ?? "";
  });
  return isValid ? plain : undefined;
};
