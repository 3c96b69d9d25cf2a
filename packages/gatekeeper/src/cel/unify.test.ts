import { describe, expect, it } from "vitest";
import {
  BOOL,
  DYN,
  formatCheckedType,
  INT,
  listOf,
  mapOf,
  NULL,
  optionalOf,
  STRING,
  TIMESTAMP,
  typeOf,
} from "./cel-type.js";
import { mostGeneral, Substitution } from "./unify.js";

describe("Substitution", () => {
  it.each([
    [INT, INT, true],
    [INT, STRING, false],
    [DYN, STRING, true],
    [listOf(INT), listOf(DYN), true],
    [listOf(INT), listOf(STRING), false],
    [listOf(INT), mapOf(INT, INT), false],
    [NULL, TIMESTAMP, true],
    [NULL, INT, false],
    [optionalOf(INT), NULL, true],
    [typeOf(INT), typeOf(STRING), true],
    [INT, typeOf(INT), false],
  ])("knows what goes with what: %#", (given, expected, isAssignable) => {
    expect(new Substitution().assign([given], [expected])).toBe(isAssignable);
  });

  it("learns what parameters stand for, the more general of what goes together", () => {
    const types = new Substitution();
    const parameter = types.freshParameter();
    expect(types.assign([INT, INT], [parameter, parameter])).toBe(true);
    expect(types.resolve(listOf(parameter))).toEqual(listOf(INT));
    expect(types.assign([DYN], [parameter])).toBe(true);
    expect(types.resolve(parameter)).toEqual(DYN);
  });

  it("learns nothing from what does not go together", () => {
    const types = new Substitution();
    const parameter = types.freshParameter();
    expect(types.assign([INT, STRING], [parameter, parameter])).toBe(false);
    expect(types.resolve(parameter)).toEqual(parameter);
    expect(types.finish(listOf(parameter))).toEqual(listOf(DYN));
  });

  it("no parameter stands for what it is part of", () => {
    const types = new Substitution();
    const parameter = types.freshParameter();
    expect(types.assign([listOf(parameter)], [parameter])).toBe(false);
  });

  it("the more general type is the one that says less", () => {
    expect(formatCheckedType(mostGeneral(listOf(INT), listOf(DYN)))).toBe("list(dyn)");
    expect(formatCheckedType(mostGeneral(BOOL, BOOL))).toBe("bool");
  });
});
