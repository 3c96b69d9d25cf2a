import { expect, test } from "vitest";
import { floatText } from "./float-text.js";
import { numberFromText } from "./number.js";
import { floatFrom } from "./wide-float-reader.js";

test.each([
  ["0.1", "0.1"],
  ["-0", "-0"],
  ["0", "0"],
  ["1e100", `1${"0".repeat(100)}`],
  ["123456789012345678901234567890", "123456789012345678900000000000"],
  ["1e-400", "1e-400"],
  ["5e-324", "5e-324"],
])("%s reads as the float that prints %s", (text, expected) => {
  expect(floatText(floatFrom(numberFromText(text)))).toBe(expected);
});

test.each(["1e1000000", "1e-1000000", "1e99999999999999999999"])("%s is refused", (text) => {
  expect(() => floatFrom(numberFromText(text))).toThrow(expect.objectContaining({ message: "number too big" }));
});

test("an exponent of a hundred thousand is read in a moment", () => {
  expect(floatFrom(numberFromText("1e100000")).exponent).toBeGreaterThan(300_000);
});
