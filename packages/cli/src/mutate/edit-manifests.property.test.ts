import { createPatch, type Json } from "@ostiary/gatekeeper";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  tuple,
} from "fast-check";
import { expect, test } from "vitest";
import { editManifests } from "./edit-manifests.js";

type Fields = { readonly [name: string]: Json };
/** Decides, number after number, how things are written. */
type Dice = () => number;

const name = constantFrom("a", "b", "name", "app.kubernetes.io/name", "on", "x y", "-", "#", "1", "é");
const scalar: Arbitrary<Json> = oneof(
  constantFrom<Json>(
    "",
    "x",
    "yes",
    "010",
    "a: b",
    "- c",
    "# d",
    "two\nlines\n",
    "'",
    '"',
    "{{ x }}",
    "ü",
    2n ** 60n,
    1.5,
    null,
  ),
  integer(),
  boolean(),
);
const { value } = letrec<{ value: Json }>((tie) => ({
  value: oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    array(tie("value"), { maxLength: 3 }),
    dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
}));
const object: Arbitrary<Fields> = dictionary(name, value, { maxKeys: 5 });

/** Writes a value in one of the many ways of YAML, with comments. */
const write = (item: Json, column: number, dice: Dice): string => {
  const fields = typeof item === "object" && item !== null && !Array.isArray(item) ? Object.entries(item) : undefined;
  const items: readonly Json[] | undefined = Array.isArray(item) ? item : undefined;
  const size = fields?.length ?? items?.length ?? 0;
  if (size === 0 || dice() % 4 === 0) return ` ${flow(item)}${comment(dice)}\n`;
  const inner = column + (dice() % 3) + (fields === undefined ? 0 : 1);
  const lines = (fields ?? (items ?? []).map((one) => [undefined, one] as const)).map(
    ([key, one]) =>
      `${noise(inner, dice)}${" ".repeat(inner)}${key === undefined ? "-" : `${flow(key)}:`}${write(one, inner + 1, dice)}`,
  );
  return `${comment(dice)}\n${lines.join("")}`;
};

const flow = (item: Json): string =>
  JSON.stringify(item, (_key, one: unknown) => (typeof one === "bigint" ? `big${one}` : one))
    .replace(/"big(\d+)"/g, "$1")
    .replaceAll('":', '": ');

const comment = (dice: Dice): string => (dice() % 4 === 0 ? " # why" : "");
const noise = (column: number, dice: Dice): string => (dice() % 5 === 0 ? `\n${" ".repeat(column)}# note\n` : "");

const diceOf = (numbers: readonly number[]): Dice => {
  let turn = 0;
  return () => numbers[turn++ % numbers.length] ?? 0;
};

const writeDocument = (fields: Fields, dice: Dice): string =>
  Object.entries(fields)
    .map(([key, one]) => `${noise(0, dice)}${flow(key)}:${write(one, 1, dice)}`)
    .join("") || "{}\n";

const edit = (text: string, wanted: readonly Fields[]) => {
  const documents = [...readManifests(text)].filter((one): one is ObjectDocument => one.kind === "object");
  const changes = documents.map((document, index) => {
    const after = wanted[index] ?? {};
    return [document, { object: after, patch: createPatch(document.value as Json, after) }] as const;
  });
  return editManifests(text, documents, new Map(changes));
};

const valuesOf = (text: string): readonly unknown[] =>
  [...readManifests(text)].map((document) => (document.kind === "object" ? document.value : document.problems));

const rolls = array(integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 20 });

test("a text whose objects are changed holds the changed objects, whatever it looks like", () => {
  assert(
    property(array(tuple(object, object, rolls), { minLength: 1, maxLength: 3 }), (cases) => {
      const text = cases.map(([before, _after, numbers]) => writeDocument(before, diceOf(numbers))).join("---\n");
      const wanted = cases.map(([_before, after]) => after);
      const result = edit(text, wanted);
      expect(valuesOf(result?.text ?? "")).toEqual(wanted);
      // What is changed to what it is stays as it is written.
      expect(edit(result?.text ?? "", wanted)).toEqual({ text: result?.text, rewritten: [] });
    }),
    { numRuns: 400 },
  );
});

test("where fields are only added, every line stays, and in its order", () => {
  assert(
    property(
      object,
      dictionary(constantFrom("k1", "k2"), value, { minKeys: 1, maxKeys: 2 }),
      rolls,
      (before, added, numbers) => {
        const text = `metadata:\n  labels:${write(
          { app: "x", ...before },
          3,
          (
            () => () =>
              1
          )(),
        )}${writeDocument(before, diceOf(numbers))}`.replace(/\{\}\n$/, "");
        const [read] = valuesOf(text);
        const fields = read as { readonly metadata: { readonly labels: Fields } };
        const after = { ...fields, metadata: { labels: { ...fields.metadata.labels, ...added } }, ...added };
        const result = edit(text, [after as Fields]);
        expect(result?.rewritten).toEqual([]);
        const lines = result?.text.split("\n") ?? [];
        let position = 0;
        for (const line of text.split("\n")) {
          position = lines.indexOf(line, position) + 1;
          expect(position, line).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 200 },
  );
});
