import { expect, it } from "vitest";
import { mapKeyText } from "./map-key.js";
import { resolvePlainScalar } from "./plain-scalar.js";

/** As sigs.k8s.io/yaml v1.6.0 converts `KEY: 1`. */
it.each([
  ["name", "name"],
  ["yes", "true"],
  ["off", "false"],
  ["0x10", "16"],
  ["010", "8"],
  ["-5", "-5"],
  ["08", "8"],
  ["1.0", "1"],
  ["1.5", "1.5"],
  ["1e3", "1000"],
  ["1e5", "100000"],
  ["1e6", "1e+06"],
  ["1000000", "1000000"],
  ["1e22", "1e+22"],
  ["123456.7", "123456.7"],
  ["1234567.5", "1.2345675e+06"],
  ["3.14159265358979", "3.1415927"],
  ["0.0001", "0.0001"],
  ["0.00001", "1e-05"],
  ["-0.0", "-0"],
  ["1e39", ".inf"],
  ["-1e39", "-.inf"],
  ["1e-50", "0"],
  [".nan", ".nan"],
  [".inf", ".inf"],
  ["9223372036854775807", "9223372036854775807"],
  ["100000000000000000000", "1e+20"],
  ["2001-01-01", "2001-01-01"],
  ["12345678901234567890", undefined],
  ["null", undefined],
  ["", undefined],
])("the key %s becomes %s", (text, key) => {
  expect(mapKeyText(resolvePlainScalar(text), text)).toBe(key);
});
