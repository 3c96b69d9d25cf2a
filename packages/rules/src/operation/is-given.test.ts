import { describe, expect, it } from "vitest";
import { ObjectView } from "../subject/object-view.js";
import { Reading } from "../subject/reading.js";
import { isGiven } from "./is-given.js";

describe("isGiven", () => {
  const look = (value: unknown) => isGiven(ObjectView.root(new Reading(), value, []), "a");

  it.each([null, 0, "", {}, [], true, "false"])("takes %j for given", (value) => expect(look({ a: value })).toBe(true));

  it("takes false for not given", () => expect(look({ a: false })).toBe(false));

  it.each([undefined, {}, { a: undefined }, Object.create({ a: 1 })])(
    "takes what is not there for not given",
    (value) => expect(look(value)).toBe(false),
  );
});
