import { expect, it } from "vitest";
import { INT, STRING } from "./cel-type.js";
import { functionOverload, functionTable, methodOverload } from "./function-declaration.js";

it("overloads of several libraries for one name are one function", () => {
  const table = functionTable([
    [{ name: "f", overloads: [functionOverload([INT], INT)], cost: () => 5 }],
    [
      { name: "f", overloads: [methodOverload([STRING], INT)] },
      { name: "g", overloads: [] },
    ],
  ]);
  expect(table.get("f")?.overloads.map(({ style }) => style)).toEqual(["function", "method"]);
  expect(table.get("f")?.cost?.([])).toBe(5);
  expect(table.has("g")).toBe(true);
  expect(table.has("constructor")).toBe(false);
});
