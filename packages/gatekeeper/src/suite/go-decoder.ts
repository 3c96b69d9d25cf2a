const INT32 = { smallest: -(2 ** 31), largest: 2 ** 31 - 1 };

/**
 * Decodes JSON into typed fields as Go's `encoding/json` does: names in any case, null for absent, unknown fields ignored. The
 * first value of a wrong type is told in its words; reading goes on, with nothing in place of it.
 */
export class GoDecoder {
  private first: string | undefined;

  /** What is wrong; `undefined` for nothing so far. */
  get fault(): string | undefined {
    return this.first;
  }

  /** @param type - the name of the Go type of the whole */
  root(type: string, value: unknown): GoObject {
    return new GoObject(this, type, [], isObject(value) ? value : {});
  }

  report(message: string): void {
    this.first ??= `json: cannot unmarshal ${message}`;
  }
}

/** An object of a Go type. */
export class GoObject {
  constructor(
    private readonly decoder: GoDecoder,
    private readonly type: string,
    private readonly path: readonly string[],
    private readonly fields: Readonly<Record<string, unknown>>,
  ) {}

  /** The text of a field; empty for none. */
  text(name: string): string {
    return this.optionalText(name) ?? "";
  }

  optionalText(name: string): string | undefined {
    const value = this.read(name);
    return value === undefined || typeof value === "string" ? value : this.refuse(name, "string", value);
  }

  /** Whether a field is true. */
  boolean(name: string): boolean {
    const value = this.read(name);
    if (value === undefined || typeof value === "boolean") return value === true;
    this.refuse(name, "bool", value);
    return false;
  }

  /** The texts of a list. */
  texts(name: string): readonly string[] {
    return this.list(name, "[]string").map((item) => {
      if (typeof item === "string") return item;
      if (item !== null) this.refuse(name, "string", item);
      return "";
    });
  }

  /** A text, or an integer of 32 bits: Kubernetes' IntOrString. */
  textOrInteger(name: string): string | number | undefined {
    const value = this.read(name);
    if (value === undefined || typeof value === "string") return value;
    const isInteger = Number.isInteger(value) && Number(value) >= INT32.smallest && Number(value) <= INT32.largest;
    return isInteger ? Number(value) : this.refuse(name, "int32", value);
  }

  /**
   * The objects of a list.
   *
   * @param listType - the Go type of the list
   * @param itemType - the name of the Go type of its items
   */
  objects(name: string, listType: string, itemType: string): readonly GoObject[] {
    return this.list(name, listType).map((item) => {
      if (item !== null && !isObject(item)) this.refuse(name, `verify.${itemType}`, item);
      return new GoObject(this.decoder, itemType, [...this.path, name], isObject(item) ? item : {});
    });
  }

  private list(name: string, type: string): readonly unknown[] {
    const value = this.read(name);
    if (value === undefined || Array.isArray(value)) return value ?? [];
    this.refuse(name, type, value);
    return [];
  }

  /** Null is as good as absent. */
  private read(name: string): unknown {
    const key = Object.hasOwn(this.fields, name) ? name : this.findInAnyCase(name);
    return key === undefined ? undefined : (this.fields[key] ?? undefined);
  }

  private findInAnyCase(name: string): string | undefined {
    return Object.keys(this.fields).find((key) => key.toLowerCase() === name);
  }

  private refuse(name: string, type: string, value: unknown): undefined {
    const field = `${this.type}.${[...this.path, name].join(".")}`;
    this.decoder.report(`${describe(value, type)} into Go struct field ${field} of type ${type}`);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Numbers are told only where a number is wanted, and this one does not fit. */
const describe = (value: unknown, type: string): string => {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return type === "int32" ? `number ${value}` : "number";
  return typeof value;
};
