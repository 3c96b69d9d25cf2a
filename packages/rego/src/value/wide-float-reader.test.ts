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

test("a huge exponent is read in a moment", () => {
  expect(floatFrom(numberFromText("1e1000000000")).exponent).toBeGreaterThan(3_000_000_000);
});
