import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { Double } from "../mutation/working-value.js";
import { aggregate, forbidden, goJson, invalid, notSupported, printValue, required } from "./field-error.js";

it("errors of a field in Kubernetes' words (apimachinery, util/validation/field)", () => {
  expect(required("a.b")).toBe("a.b: Required value");
  expect(required("a", "why")).toBe("a: Required value: why");
  expect(forbidden("a", "why")).toBe("a: Forbidden: why");
  expect(invalid("a", 'x"', "why")).toBe('a: Invalid value: "x\\"": why');
  expect(notSupported("a", 1, ["b", "c"])).toBe('a: Unsupported value: 1: supported values: "b", "c"');
});

it.each<[Json | Double, string]>([
  ["a", '"a"'],
  [1e6, "1000000"],
  [new Double(1e6), "1e+06"],
  [new Double(2), "2"],
  [true, "true"],
  [null, "null"],
  [{ b: 1, a: ["<"] }, '{"a":["\\u003c"],"b":1}'],
])("%j is printed as %s", (value, text) => {
  expect(printValue(value)).toBe(text);
});

it("JSON as Go writes it", () => {
  expect(goJson({ "b&": 2n ** 64n, a: [null, 1.5, "\u2028"] })).toBe(
    '{"a":[null,1.5,"\\u2028"],"b\\u0026":18446744073709551616}',
  );
});

it("one error stands alone, several are in brackets, each once", () => {
  expect(aggregate(["a"])).toBe("a");
  expect(aggregate(["a", "a"])).toBe("a");
  expect(aggregate(["a", "b", "a"])).toBe("[a, b]");
});
