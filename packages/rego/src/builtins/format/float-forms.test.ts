import fc from "fast-check";
import { expect, test } from "vitest";
import { binaryForm, exponentForm, fixedForm, generalForm, hexadecimalForm } from "./float-forms.js";

test.each([
  [exponentForm, 12345.678, 2, "1.23e+04"],
  [exponentForm, 0, 2, "0.00e+00"],
  [exponentForm, 9.99, 0, "1e+01"],
  [exponentForm, 1e-7, undefined, "1e-07"],
  [fixedForm, 0.5, 0, "0"],
  [fixedForm, 1.5, 0, "2"],
  [fixedForm, 0.25, 1, "0.2"],
  [fixedForm, 0.05, 1, "0.1"],
  [fixedForm, 99.95, 1, "100.0"],
  [fixedForm, 0.1, 20, "0.10000000000000000555"],
  [fixedForm, 123.5, undefined, "123.5"],
  [generalForm, 1234567.5, undefined, "1.2345675e+06"],
  [generalForm, 0.0001, undefined, "0.0001"],
  [generalForm, 0.00001, undefined, "1e-05"],
  [generalForm, 0, undefined, "0"],
  [generalForm, 1234.5, 3, "1.23e+03"],
  [generalForm, 100000, 3, "1e+05"],
  [generalForm, 100.5, 0, "1e+02"],
  [hexadecimalForm, 1.5, undefined, "0x1.8p+00"],
  [hexadecimalForm, 1.5, 0, "0x1p+01"],
  [hexadecimalForm, 0, 2, "0x0.00p+00"],
  [hexadecimalForm, 0.1, 3, "0x1.99ap-04"],
] as const)("row %#", (form, value, precision, expected) => {
  expect(form(value, precision)).toBe(expected);
});

test("the binary form has the whole mantissa", () => {
  expect(binaryForm(1.5)).toBe("6755399441055744p-52");
});

test("the shortest form reads back", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }), (value) => {
      expect(Number(generalForm(value, undefined))).toBe(value + 0);
      expect(Number(exponentForm(value, undefined))).toBe(value + 0);
    }),
  );
});

test("rounding to many digits agrees with JavaScript's", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: 1e-5, max: 1e15 }), fc.integer({ min: 12, max: 40 }), (value, digits) => {
      // JavaScript rounds exact halves up, Go to even.
      const exact = value.toExponential(99).replace(/\D/g, "");
      if (/^50*$/.test(exact.slice(digits + 1, 100))) return;
      expect(exponentForm(value, digits).replace(/e([+-])0?(\d+)$/, "e$1$2")).toBe(value.toExponential(digits));
    }),
  );
});
