import { expect, it } from "vitest";
import { re2Patterns } from "./re2-patterns.js";

it("patterns are RE2's, and faults in Go's words", () => {
  const patterns = re2Patterns();
  const compiled = patterns("^a+$");
  expect(compiled.ok && [compiled.value.test("aa"), compiled.value.test("b")]).toEqual([true, false]);
  expect(patterns("(")).toEqual({ ok: false, error: "error parsing regexp: missing closing ): `(`" });
  expect(patterns("(?=a)")).toMatchObject({ ok: false });
});
