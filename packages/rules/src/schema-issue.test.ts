import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { describeSchemaIssue } from "./schema-issue.js";

const issuesOf = (schema: z.ZodMiniType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map((issue) => describeSchemaIssue(issue, input));
const messagesOf = (schema: z.ZodMiniType, input: unknown) => issuesOf(schema, input).map(({ message }) => message);

describe("describeSchemaIssue", () => {
  it.each([
    [z.string(), 5, "expected string, found 5"],
    [z.string(), 1.5, "expected string, found 1.5"],
    [z.string(), 5n, "expected string, found number"],
    [z.string(), undefined, "expected string, found nothing"],
    [z.string(), null, "expected string, found null"],
    [z.string(), [], "expected string, found list"],
    [z.string(), {}, "expected string, found object"],
    [z.boolean(), "true", "expected boolean, found `true`"],
    [z.boolean(), "", "expected boolean, found ``"],
    [z.int(), 1.5, "expected integer, found 1.5"],
    [z.int(), "5", "expected number, found `5`"],
    [z.object({}), true, "expected object, found boolean"],
  ])("words a wrong type: %#", (schema, input, message) => {
    expect(messagesOf(schema, input)).toEqual([message]);
  });

  it.each([
    [z.enum(["a", "b"]), "c", "expected one of a, b, found `c`"],
    [z.enum(["a"]), "c", "expected a, found `c`"],
    [z.literal(5), 6, "expected 5, found 6"],
    [z.string().check(z.regex(/^a$/)), "b", "expected a text like /^a$/, found `b`"],
    [z.string().check(z.startsWith("a")), "b", "expected a text like starts_with, found `b`"],
    [z.string().check(z.lowercase()), "B", "expected a text like /^[^A-Z]*$/, found `B`"],
  ])("words a wrong value: %#", (schema, input, message) => {
    expect(messagesOf(schema, input)).toEqual([message]);
  });

  it("names the format of a text that has no pattern", () => {
    expect(messagesOf(z.jwt(), "x")).toEqual(["expected a text like jwt, found `x`"]);
  });

  it.each([
    [z.array(z.string()).check(z.minLength(1)), [], "expected at least 1 item, found list"],
    [z.array(z.string()).check(z.minLength(2)), ["a"], "expected at least 2 items, found list"],
    [z.array(z.string()).check(z.maxLength(1)), ["a", "b"], "expected at most 1 item, found list"],
    [z.string().check(z.minLength(1)), "", "expected at least 1 character, found ``"],
    [z.string().check(z.maxLength(2)), "abc", "expected at most 2 characters, found `abc`"],
    [z.number().check(z.minimum(1)), 0, "expected at least 1, found 0"],
    [z.number().check(z.maximum(3)), 4, "expected at most 3, found 4"],
  ])("words a bound: %#", (schema, input, message) => {
    expect(messagesOf(schema, input)).toEqual([message]);
  });

  it("names unknown fields", () => {
    const schema = z.strictObject({ a: z.string() });
    expect(messagesOf(schema, { a: "", b: 1 })).toEqual(["unknown field `b`"]);
    expect(messagesOf(schema, { a: "", b: 1, c: 2 })).toEqual(["unknown fields `b`, `c`"]);
  });

  it("leaves a rule of our own its words", () => {
    const schema = z.string().check(z.refine(() => false, { error: "expected a name" }));
    expect(messagesOf(schema, "x")).toEqual(["expected a name"]);
  });

  it("says little about what it has no words for", () => {
    expect(messagesOf(z.union([z.string(), z.number()]), true)).toEqual(["expected another value, found boolean"]);
  });

  it("gives the path of the place, and looks up there what was found", () => {
    const schema = z.object({ a: z.array(z.object({ b: z.int() })) });
    expect(issuesOf(schema, { a: [{ b: 1 }, { b: "x" }, null] })).toEqual([
      { path: ["a", 1, "b"], message: "expected number, found `x`" },
      { path: ["a", 2], message: "expected object, found null" },
    ]);
  });

  it("does not look up what is inherited, or below what is no object", () => {
    expect(issuesOf(z.object({ a: z.string() }), Object.create({ a: 5 }))).toEqual([
      { path: ["a"], message: "expected string, found nothing" },
    ]);
    const [issue] = z.object({ a: z.object({ b: z.string() }) }).safeParse({ a: {} }).error?.issues ?? [];
    expect(issue && describeSchemaIssue(issue, { a: "text" })).toEqual({
      path: ["a", "b"],
      message: "expected string, found nothing",
    });
  });

  it("writes a symbol in a path as text", () => {
    const input = new Map([[Symbol("s"), 1]]);
    expect(issuesOf(z.map(z.symbol(), z.string()), input)).toEqual([
      { path: ["Symbol(s)"], message: "expected string, found nothing" },
    ]);
  });

  it("quotes no more than 80 characters", () => {
    expect(messagesOf(z.boolean(), "a".repeat(80))).toEqual([`expected boolean, found \`${"a".repeat(80)}\``]);
    expect(messagesOf(z.boolean(), "a".repeat(10_000_000))).toEqual([`expected boolean, found \`${"a".repeat(80)}…\``]);
  });
});
