import {
  anyType,
  arrayOf,
  booleanType,
  named,
  nullType,
  numberType,
  objectOf,
  oneOf,
  type Property,
  setOf,
  stringType,
  type Type,
  tupleOf,
} from "../value/type.js";

/** Types of arguments and result. */
export interface Declaration {
  readonly args: readonly Type[];
  readonly result: Type;
}

/** How many arguments a signature has: they are separated by the commas that no brackets enclose. */
export function arityOf(signature: string): number {
  const args = signature.slice(0, signature.indexOf("->"));
  let depth = 0;
  let commas = 0;
  for (const character of args) {
    if ("[{".includes(character)) depth += 1;
    if ("]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) commas += 1;
  }
  return args.trim() === "" ? 0 : commas + 1;
}

/**
 * Reads the signature of a builtin: arguments, an arrow, the result, each with the label that error messages show.
 *
 * Types: `any null boolean number string`, `array[T]`, `set[T]`, `object[K: V]`, tuples `[T, U]`, records `{name: T, ...K: V}`,
 * alternatives `T|U`.
 *
 * @param signature - `search: string, base: string -> result: boolean`
 */
export function readSignature(signature: string): Declaration {
  const reader = new SignatureReader(signature);
  const args: Type[] = [];
  while (!reader.accept("->")) {
    args.push(reader.labelled());
    reader.accept(",");
  }
  return { args, result: reader.labelled() };
}

const scalars: Readonly<Record<string, Type>> = {
  any: anyType,
  null: nullType,
  boolean: booleanType,
  number: numberType,
  string: stringType,
};

class SignatureReader {
  #position = 0;

  constructor(readonly text: string) {}

  accept(token: string): boolean {
    while (this.text.charAt(this.#position) === " ") this.#position += 1;
    if (!this.text.startsWith(token, this.#position)) return false;
    this.#position += token.length;
    return true;
  }

  labelled(): Type {
    this.accept(" ");
    const label = this.#match(/(\w[\w ]*): /y);
    return label === undefined ? this.#alternatives() : named(label, this.#alternatives());
  }

  /** A bar before the first alternative makes a union of a single type. */
  #alternatives(): Type {
    const isUnion = this.accept("|");
    const types = [this.#single()];
    while (this.accept("|")) types.push(this.#single());
    const [only, another] = types;
    return only !== undefined && another === undefined && !isUnion ? only : oneOf(...types);
  }

  #single(): Type {
    if (this.accept("[")) return tupleOf(this.#list("]"));
    if (this.accept("{")) return this.#record();
    const word = this.#match(/(\w+)/y) ?? "";
    if (word === "array") return arrayOf(this.#bracketed());
    if (word === "set") return setOf(this.#bracketed());
    if (word === "object") return this.#object();
    const scalar = Object.hasOwn(scalars, word) ? scalars[word] : undefined;
    if (scalar === undefined) throw new Error(`no type at ${this.#position} of ${this.text}`);
    return scalar;
  }

  #list(close: string): readonly Type[] {
    const types: Type[] = [];
    while (!this.accept(close)) {
      types.push(this.#alternatives());
      this.accept(",");
    }
    return types;
  }

  #bracketed(): Type {
    this.accept("[");
    const type = this.#alternatives();
    this.accept("]");
    return type;
  }

  #object(): Type {
    this.accept("[");
    const [key, value] = this.#entry();
    this.accept("]");
    return objectOf(key, value);
  }

  #entry(): readonly [Type, Type] {
    const key = this.#alternatives();
    this.accept(":");
    return [key, this.#alternatives()];
  }

  #record(): Type {
    const properties: Property[] = [];
    let dynamic: { readonly key: Type; readonly value: Type } | undefined;
    while (!this.accept("}")) {
      if (this.accept("...")) {
        const [key, value] = this.#entry();
        dynamic = { key, value };
      } else {
        this.accept(" ");
        properties.push({ key: this.#match(/(\w+): /y) ?? "", type: this.#alternatives() });
      }
      this.accept(",");
    }
    return dynamic === undefined ? { kind: "object", properties } : { kind: "object", properties, dynamic };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.#position = pattern.lastIndex;
    return match[1];
  }
}
