import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readDocument } from "./read-document.js";

const schema = z.strictObject({
  name: z.string(),
  size: z._default(z.int(), 3),
  items: z.optional(z.array(z.strictObject({ on: z.optional(z.boolean()) }))),
});
const read = (value: unknown, hint?: (path: readonly (string | number)[]) => string | undefined) =>
  readDocument({ group: "", version: "v1", kind: "Test", index: 4, value }, schema, hint);

describe("a document is read as the API server does", () => {
  it.each<[string, unknown, unknown]>([
    ["defaults are filled in", { name: "a" }, { name: "a", size: 3 }],
    [
      "nulls are absent, wherever they stand",
      { name: "a", size: null, items: [{ on: null }] },
      { name: "a", size: 3, items: [{}] },
    ],
  ])("%s", (_, value, content) => {
    expect(read(value)).toEqual({ content, problems: [] });
  });

  it("unknown fields are dropped and reported, all of them, at their places", () => {
    const { content, problems } = read({ name: "a", nmae: 1, items: [{}, { on: true, off: 1, "a.b": 2 }] });
    expect(content).toEqual({ name: "a", size: 3, items: [{}, { on: true }] });
    expect(problems.map(({ path, message, effect, code }) => [path, message, effect, code])).toEqual(
      [
        [["items", 1, "off"], "`items[1].off`"],
        [["items", 1, "a.b"], "`items[1][a.b]`"],
        [["nmae"], "`nmae`"],
      ].map(([path, place]) => [
        path,
        `policy document 4: ${place}: unknown field, the API server drops it`,
        "report",
        "unknown-field",
      ]),
    );
  });

  it("with a hint where they belong, if that is known", () => {
    const { problems } = read({ name: "a", big: 1, odd: 1 }, ([step]) => (step === "big" ? "say size" : undefined));
    expect(problems.map(({ message }) => message)).toEqual([
      "policy document 4: `big`: unknown field, the API server drops it; say size",
      "policy document 4: `odd`: unknown field, the API server drops it",
    ]);
  });

  it.each<[string, unknown, string]>([
    ["a wrong type", { name: 5 }, "`name`: expected string, found 5"],
    ["a missing field", {}, "`name`: expected string, found nothing"],
    [
      "something inside of a list",
      { name: "a", items: [{ on: "yes" }] },
      "`items[0].on`: expected boolean, found `yes`",
    ],
    ["no object at all", [], "expected object, found list"],
  ])("%s is refused, with everything", (_, value, message) => {
    const { content, problems } = read(value);
    expect(content).toBeUndefined();
    expect(problems).toMatchObject([
      { code: "invalid-policy", message: `policy document 4: ${message}`, effect: "deny" },
    ]);
  });

  it("all that is wrong is told at once, unknown fields first", () => {
    const { problems } = read({ name: 5, size: "a", nmae: 1 });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["unknown-field", ["nmae"]],
      ["invalid-policy", ["name"]],
      ["invalid-policy", ["size"]],
    ]);
  });

  it("names of Object.prototype are unknown fields like others", () => {
    const { content, problems } = read(JSON.parse('{"name": "a", "__proto__": {"size": 9}, "constructor": 1}'));
    expect(content).toEqual({ name: "a", size: 3 });
    expect(problems.map(({ path }) => path)).toContainEqual(["constructor"]);
    expect(problems).not.toContainEqual(expect.objectContaining({ effect: "deny" }));
  });

  it("a document of any depth is read without an overflow", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) deep = { a: deep, b: null };
    expect(read({ name: "a", deep })).toMatchObject({ content: { name: "a" } });
  });

  it("any number of unknown fields is dropped in one go", () => {
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`odd${index}`, index]));
    const { content, problems } = read({ name: "a", ...fields });
    expect([content, problems.length]).toEqual([{ name: "a", size: 3 }, 50_000]);
  });

  it("what is handed in is not changed", () => {
    const value = Object.freeze({ name: "a", odd: Object.freeze([null]), size: null });
    read(value);
    expect(value).toEqual({ name: "a", odd: [null], size: null });
  });
});
