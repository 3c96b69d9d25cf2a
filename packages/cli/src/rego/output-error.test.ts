import { compileRego } from "@ostiary/rego";
import { expect, test } from "vitest";
import { errorOf, errorsJson, errorsText, problemError } from "./output-error.js";

const compiled = compileRego([{ file: "a.rego", source: "package a\n\np := 01\n" }]);
const errors = (compiled.ok ? [] : compiled.errors).map(errorOf);

test("an error of the engine has its code, place and excerpt", () => {
  expect(errorsText(errors)).toMatch(/^2 errors occurred:\na\.rego:3: rego_parse_error: .*\n\tp := 01\n\t {5}\^/);
  expect(JSON.parse(errorsJson(errors))[0]).toMatchObject({
    code: "rego_parse_error",
    location: { file: "a.rego", row: 3, col: 6 },
    details: { line: "p := 01", idx: 5 },
  });
});

test("what cannot be read has a message only", () => {
  const gone = problemError("a.rego: no such file or folder");
  expect(errorsJson([gone])).toBe('[{"message":"a.rego: no such file or folder"}]');
  expect(errorsText([gone, gone])).toBe(
    "2 errors occurred:\na.rego: no such file or folder\na.rego: no such file or folder",
  );
});
