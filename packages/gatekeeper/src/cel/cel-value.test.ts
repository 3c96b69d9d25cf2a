import { describe, expect, it } from "vitest";
import { opaque } from "./cel-type.js";
import { CelOptional, type CelType, OpaqueValue } from "./cel-value.js";

describe("values", () => {
  it("an optional holds a value, null too, or none", () => {
    expect(CelOptional.of(null).value).toBeNull();
    expect(CelOptional.none.value).toBeUndefined();
  });

  it("a value of a library has no fields unless it says so", () => {
    class Token extends OpaqueValue {
      readonly type: CelType = opaque("test.Token");
      override equals(other: OpaqueValue): boolean {
        return other === this;
      }
    }
    expect(new Token().field("anything")).toBeUndefined();
  });
});
