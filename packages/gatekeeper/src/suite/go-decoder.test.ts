import { expect, it } from "vitest";
import { GoDecoder } from "./go-decoder.js";

it("names of fields match in any case, the exact one first", () => {
  const object = new GoDecoder().root("T", { NAME: "upper", other: "x", Both: "B", both: "b" });
  expect([object.text("name"), object.text("both"), object.text("missing")]).toEqual(["upper", "b", ""]);
});

it("null is as good as absent, also in lists", () => {
  const decoder = new GoDecoder();
  const object = decoder.root("T", { a: null, b: [null, "x"], c: null, d: null });
  expect([object.optionalText("a"), object.texts("b"), object.boolean("c"), object.textOrInteger("d")]).toEqual([
    undefined,
    ["", "x"],
    false,
    undefined,
  ]);
  expect(decoder.fault).toBeUndefined();
});

it("the first fault is kept", () => {
  const decoder = new GoDecoder();
  const object = decoder.root("T", { a: 1, b: 2 });
  expect([object.text("a"), object.boolean("b"), object.texts("b")]).toEqual(["", false, []]);
  expect(decoder.fault).toBe("json: cannot unmarshal number into Go struct field T.a of type string");
});

it("integers have 32 bits", () => {
  const decoder = new GoDecoder();
  expect(decoder.root("T", { a: 2 ** 31 - 1 }).textOrInteger("a")).toBe(2 ** 31 - 1);
  expect(decoder.root("T", { a: 2 ** 31 }).textOrInteger("a")).toBeUndefined();
  expect(decoder.fault).toContain("number 2147483648 into Go struct field T.a of type int32");
});

it("inherited fields are none", () => {
  expect(new GoDecoder().root("T", Object.create({ a: "x" })).text("a")).toBe("");
});
