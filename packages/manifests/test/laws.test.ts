import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { type FieldPath, type ManifestDocument, readManifests } from "../src/index.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Without `<<`: as a key, the yaml package writes it unquoted, and that is a merge. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    " ",
    "yes",
    "0755",
    "1_000",
    "~",
    "- a",
    "a: b",
    "a #b",
    "{{ x }}",
    "two\nlines\n",
    "\ttab",
    "'",
    '"',
    "__proto__",
  ),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(text, tie("json"), { maxKeys: 4 }),
  ),
}));
/** Documents are objects; `null` would be none. */
const object = fc.dictionary(text, json, { minKeys: 1, maxKeys: 5 });

const only = (source: string): ManifestDocument => {
  const documents = [...readManifests(source)];
  const [document] = documents;
  if (document === undefined || documents.length !== 1) throw new Error(`${documents.length} documents in ${source}`);
  return document;
};

/** `-0` is `0` in JSON, dictionaries may have no prototype, and large doubles are read as integers. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, child: unknown) => (typeof child === "bigint" ? Number(child) : child)));
const contentOf = (document: ManifestDocument): unknown =>
  document.kind === "unreadable" ? document.problems : plain(document.value);

const asYaml = (value: unknown): string =>
  stringify(value, { version: "1.1", aliasDuplicateObjects: false, compat: "core" });

function* pathsOf(value: unknown, path: FieldPath = []): Generator<readonly [FieldPath, unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

const textAt = (document: ManifestDocument, path: FieldPath): string => {
  const range = document.position(path);
  const lines = document.excerpt(range).map((line) => line.text);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? range.column - 1 : 0, index === last ? range.endColumn - 1 : undefined),
    )
    .map((line, index) => (index === 0 ? " ".repeat(range.column - 1) + line : line))
    .join("\n");
};

describe("laws of reading", () => {
  it("what JSON.stringify writes is read as the same value", () => {
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        expect(contentOf(only(JSON.stringify(value, null, space)))).toEqual(plain(value));
      }),
      { numRuns: 500 },
    );
  });

  it("JSON behind a comment, which makes it YAML, is read as the same value", () => {
    fc.assert(
      fc.property(object, (value) => {
        const quoted = JSON.stringify(value).replaceAll("\u007f", "\\u007f");
        expect(contentOf(only(`# YAML\n${quoted}`))).toEqual(plain(value));
      }),
      { numRuns: 500 },
    );
  });

  it("what the yaml package writes is read as the same value, with either line break", () => {
    fc.assert(
      fc.property(object, (value) => {
        const source = asYaml(value);
        expect(contentOf(only(source))).toEqual(plain(value));
        expect(contentOf(only(source.replaceAll("\n", "\r\n")))).toEqual(plain(value));
      }),
      { numRuns: 500 },
    );
  });

  it("the text at the position of every path is read as the value at the path", () => {
    fc.assert(
      fc.property(
        object,
        fc.constantFrom(asYaml, (value: unknown) => JSON.stringify(value, null, 1)),
        (value, write) => {
          const document = only(write(value));
          for (const [path, expected] of pathsOf(plain(value))) {
            expect(document.position(path).exact).toBe(true);
            const [found] = readManifests(textAt(document, path));
            expect(found === undefined ? null : contentOf(found)).toEqual(expected);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("documents of a stream are read as they are read alone", () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 5 }), (values) => {
        const stream = values
          .map((value, index) => (index % 2 === 0 ? asYaml(value) : `${JSON.stringify(value)}\n`))
          .join("---\n");
        expect([...readManifests(stream)].map(contentOf)).toEqual(plain(values));
      }),
    );
  });
});
