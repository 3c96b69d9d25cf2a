import { expect, it } from "vitest";
import { goTypeName, printGoValue } from "./go-value.js";
import { Double, Placeholder, type WorkingValue } from "./working-value.js";

const placeholder = new Placeholder({ provider: "p", dataSource: "", failurePolicy: "", default: "" }, "key");

it.each<[WorkingValue, string, string]>([
  [null, "<nil>", "<nil>"],
  [true, "bool", "true"],
  ["a b", "string", "a b"],
  [5, "int64", "5"],
  [123456789, "int64", "123456789"],
  [2n ** 62n, "int64", "4611686018427387904"],
  [2n ** 70n, "float64", "1180591620717411303424"],
  [1.5, "float64", "1.5"],
  [1e21, "float64", "1e+21"],
  [1.5e-7, "float64", "1.5e-07"],
  [0.0001, "float64", "0.0001"],
  [new Double(5), "float64", "5"],
  [new Double(1_000_000), "float64", "1e+06"],
  [new Double(9007199254740991), "float64", "9.007199254740991e+15"],
  [placeholder, "*unversioned.ExternalDataPlaceholder", "key"],
  [[], "[]interface {}", "[]"],
  [["a", [1, null]], "[]interface {}", "[a [1 <nil>]]"],
  [{}, "map[string]interface {}", "map[]"],
  [{ b: { d: [] }, a: "x", é: 1 }, "map[string]interface {}", "map[a:x b:map[d:[]] é:1]"],
])("%o is a %s and printed %s", (value, type, text) => {
  expect(goTypeName(value)).toBe(type);
  expect(printGoValue(value)).toBe(text);
});

it("depth is no burden", () => {
  let value: WorkingValue = [];
  for (let depth = 0; depth < 100_000; depth++) value = [value];
  expect(printGoValue(value)).toHaveLength(200_002);
});
