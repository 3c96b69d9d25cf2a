/** The part of OpenAPI that the custom resources' schemas use. */
export interface CrdSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly additionalProperties?: CrdSchema;
  readonly items?: CrdSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly default?: unknown;
  readonly anyOf?: readonly { readonly required: readonly string[] }[];
  readonly oneOf?: readonly { readonly required: readonly string[] }[];
}

/** A value, and whether the schema accepts it. */
export interface Probe {
  /** What was changed, and where. */
  readonly what: string;
  readonly value: unknown;
  readonly isAccepted: boolean;
  /** What the value is once defaults are filled in, if any are. */
  readonly defaulted?: unknown;
}

const WRONG_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  string: [5, true, {}, []],
  integer: ["5", 1.5, true, {}],
  boolean: ["true", 1, {}],
  array: [{}, "text", 5],
  object: [[], "text", 5],
};

const TEXTS = ["text", "/Pod", "unconfined"];

/** A value that the schema accepts, with every property, but for alternatives that exclude each other. */
export const sampleOf = (schema: CrdSchema): unknown => {
  if (schema.enum !== undefined) return schema.enum[0];
  const { type, items = {}, pattern = "", additionalProperties } = schema;
  if (type === "integer") return 1;
  if (type === "boolean") return true;
  if (type === "array") return [sampleOf(items)];
  if (type === "string") return TEXTS.find((text) => new RegExp(pattern).test(text));
  const kept = keptProperties(schema).map(([name, inner]) => [name, sampleOf(inner)]);
  return Object.fromEntries(additionalProperties ? [["key", sampleOf(additionalProperties)]] : kept);
};

const keptProperties = ({ properties = {}, oneOf = [] }: CrdSchema): readonly (readonly [string, CrdSchema])[] => {
  const excluded = oneOf.slice(1).flatMap(({ required }) => required);
  return Object.entries(properties).filter(([name]) => !excluded.includes(name));
};

/** Values that differ from a sample in one thing each, and what becomes of them. */
export function* probesOf(schema: CrdSchema, where = ""): Generator<Probe> {
  for (const value of WRONG_TYPE[schema.type ?? ""] ?? [])
    yield { what: `${where} is ${JSON.stringify(value)}`, value, isAccepted: false };
  for (const value of schema.enum ?? []) yield { what: `${where} is ${String(value)}`, value, isAccepted: true };
  if (schema.enum !== undefined) yield { what: `${where} is not listed`, value: "Unlisted", isAccepted: false };
  if (schema.pattern !== undefined) yield { what: `${where} is no match`, value: "!\n", isAccepted: false };
  if (schema.items !== undefined) yield* itemProbes(schema, schema.items, where);
  if (schema.type === "object") yield* objectProbes(schema, where);
}

function* itemProbes({ minItems = 0 }: CrdSchema, items: CrdSchema, where: string): Generator<Probe> {
  yield { what: `${where} is empty`, value: [], isAccepted: minItems === 0 };
  for (const probe of probesOf(items, `${where}[0]`)) {
    const defaulted = probe.defaulted === undefined ? {} : { defaulted: [probe.defaulted] };
    yield { ...probe, value: [probe.value], ...defaulted };
  }
}

function* objectProbes(schema: CrdSchema, where: string): Generator<Probe> {
  const sample = Object(sampleOf(schema));
  for (const [name, inner] of keptProperties(schema)) {
    const { [name]: _, ...without } = sample;
    const isAccepted = schema.required?.includes(name) !== true || inner.default !== undefined;
    const defaulted = inner.default === undefined ? {} : { defaulted: { ...without, [name]: inner.default } };
    const isOnly = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].every(
      ({ required }) => !required.every((one) => one in without),
    );
    const lacks = schema.oneOf === undefined && schema.anyOf === undefined ? false : isOnly;
    yield {
      what: `${where} lacks ${name}`,
      value: without,
      isAccepted: isAccepted && !lacks,
      ...(!lacks && defaulted),
    };
    for (const probe of probesOf(inner, `${where}.${name}`)) {
      const then = probe.defaulted === undefined ? {} : { defaulted: { ...sample, [name]: probe.defaulted } };
      yield { ...probe, value: { ...sample, [name]: probe.value }, ...then };
    }
  }
  yield* alternativeProbes(schema, where);
}

/** Each alternative alone, none, and two of those that exclude each other. */
function* alternativeProbes(
  { properties = {}, required = [], anyOf, oneOf }: CrdSchema,
  where: string,
): Generator<Probe> {
  const alternatives = anyOf ?? oneOf ?? [];
  const pick = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] ?? {})]));
  for (const alternative of alternatives) {
    const names = [...required, ...alternative.required];
    yield { what: `${where} has only ${names.join(", ")}`, value: pick(names), isAccepted: true };
  }
  if (alternatives.length > 0) yield { what: `${where} has no alternative`, value: pick(required), isAccepted: false };
  const [first, second] = oneOf ?? [];
  if (first === undefined || second === undefined) return;
  const both = pick([...required, ...first.required, ...second.required]);
  yield { what: `${where} has two alternatives`, value: both, isAccepted: false };
}
