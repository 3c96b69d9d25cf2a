import type { Json } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { type AnyPatchOperation, applyPatch } from "./apply-json-patch.js";

const apply = (document: Json, ...operations: readonly AnyPatchOperation[]) => {
  const outcome = applyPatch(document, operations);
  return outcome.ok ? outcome.value : outcome.error.message;
};

describe("RFC 6902, appendix A", () => {
  it.each<[string, Json, AnyPatchOperation, unknown]>([
    ["A.1", { foo: "bar" }, { op: "add", path: "/baz", value: "qux" }, { foo: "bar", baz: "qux" }],
    ["A.2", { foo: ["bar", "baz"] }, { op: "add", path: "/foo/1", value: "qux" }, { foo: ["bar", "qux", "baz"] }],
    ["A.3", { baz: "qux", foo: "bar" }, { op: "remove", path: "/baz" }, { foo: "bar" }],
    ["A.4", { foo: ["bar", "qux", "baz"] }, { op: "remove", path: "/foo/1" }, { foo: ["bar", "baz"] }],
    ["A.5", { baz: "qux" }, { op: "replace", path: "/baz", value: "boo" }, { baz: "boo" }],
    ["A.6", { a: { b: 1 }, c: {} }, { op: "move", from: "/a/b", path: "/c/d" }, { a: {}, c: { d: 1 } }],
    ["A.7", { foo: ["a", "b", "c"] }, { op: "move", from: "/foo/1", path: "/foo/2" }, { foo: ["a", "c", "b"] }],
    ["A.8", { a: [1, 2n] }, { op: "test", path: "/a/1", value: 2 }, { a: [1, 2n] }],
    ["A.9", { a: 1 }, { op: "test", path: "/a", value: 2 }, "operation 0: the value at `a` is another one"],
    ["A.10", { foo: "bar" }, { op: "add", path: "/child", value: { g: {} } }, { foo: "bar", child: { g: {} } }],
    ["A.12", { foo: "bar" }, { op: "add", path: "/baz/bat", value: 1 }, "operation 0: there is nothing at `baz/bat`"],
    ["A.14", { "/": 9, "~1": 10 }, { op: "test", path: "/~01", value: 10 }, { "/": 9, "~1": 10 }],
    ["A.15", { "~1": 10 }, { op: "test", path: "/~01", value: "10" }, "operation 0: the value at `~1` is another one"],
    ["A.16", { foo: ["bar"] }, { op: "add", path: "/foo/-", value: ["a"] }, { foo: ["bar", ["a"]] }],
  ])("%s", (_example, document, operation, expected) => {
    expect(apply(document, operation)).toEqual(expected);
  });
});

describe("beyond the examples", () => {
  it.each<[Json, AnyPatchOperation, unknown]>([
    [{ a: 1 }, { op: "add", path: "", value: 2 }, 2],
    [{ a: 1 }, { op: "replace", path: "", value: 2 }, 2],
    [{ a: 1 }, { op: "test", path: "", value: { a: 1 } }, { a: 1 }],
    [{ a: [1, 2] }, { op: "replace", path: "/a/1", value: 3 }, { a: [1, 3] }],
    [{ a: [[1]] }, { op: "remove", path: "/a/0/0" }, { a: [[]] }],
    [{ a: 1 }, { op: "copy", from: "/a", path: "/b" }, { a: 1, b: 1 }],
    [{ a: 1 }, { op: "copy", from: "", path: "/b" }, { a: 1, b: { a: 1 } }],
    [{ a: 1 }, { op: "move", from: "", path: "" }, { a: 1 }],
    [{ a: null }, { op: "remove", path: "/a" }, {}],
  ])("%o, %j", (document, operation, expected) => {
    expect(apply(document, operation)).toEqual(expected);
  });

  it.each<[Json, unknown, string]>([
    [{}, { op: "remove", path: "" }, "the whole document cannot be removed"],
    [{}, { op: "remove", path: "/a" }, "there is nothing at `a`"],
    [{ a: { b: [] } }, { op: "remove", path: "/a/b/0" }, "there is nothing at `0`"],
    [{}, { op: "remove", path: "/toString" }, "there is nothing at `toString`"],
    [{}, { op: "replace", path: "/__proto__", value: 1 }, "there is nothing at `__proto__`"],
    [{}, { op: "test", path: "/a", value: 1 }, "there is nothing at `a`"],
    [{}, { op: "copy", from: "/a", path: "/b" }, "there is nothing at `a`"],
    [{ a: {} }, { op: "move", from: "/a", path: "/a/b" }, "a value cannot move into itself"],
    [{ a: {} }, { op: "move", from: "a", path: "/b" }, "a path is no JSON Pointer"],
    [{}, { op: "add", path: "a", value: 1 }, "a path is no JSON Pointer"],
    [{}, { op: "add", value: 1 }, "a path is no JSON Pointer"],
    [{}, { op: "put", path: "/a", value: 1 }, "unknown operation"],
    [[1], { op: "add", path: "/2", value: 1 }, "there is nothing at `2`"],
    [[1], { op: "add", path: "/01", value: 1 }, "there is nothing at `01`"],
    [[1], { op: "remove", path: "/-" }, "there is nothing at `-`"],
    [[1], { op: "remove", path: "/length" }, "there is nothing at `length`"],
    [[1], { op: "move", from: "/0", path: "/5/a" }, "there is nothing at `5/a`"],
    ["text", { op: "add", path: "/a", value: 1 }, "there is nothing at `a`"],
  ])("%o cannot take %j: %s", (document, operation, message) => {
    // Patches come from outside.
    expect(apply(document, operation as AnyPatchOperation)).toBe(`operation 0: ${message}`);
  });

  it("all operations are applied, or none", () => {
    const document = Object.freeze({ a: Object.freeze([1]) });
    expect(apply(document, { op: "add", path: "/b", value: 1 }, { op: "remove", path: "/c" })).toBe(
      "operation 1: there is nothing at `c`",
    );
    expect(apply(document, { op: "add", path: "/a/-", value: 2 }, { op: "remove", path: "/a/0" })).toEqual({ a: [2] });
    expect(document).toEqual({ a: [1] });
  });

  it("__proto__ is a name like any other", () => {
    const patched = apply({ a: 1 }, { op: "add", path: "/__proto__", value: { polluted: true } });
    expect(Object.keys(Object(patched))).toEqual(["a", "__proto__"]);
    expect(Object(patched).polluted).toBeUndefined();
  });
});
