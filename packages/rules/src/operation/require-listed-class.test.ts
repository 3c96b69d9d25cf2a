import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subjectOf } from "../../test/judge-constraint.js";
import { requireListedClass } from "./require-listed-class.js";

const FIELD = { key: "className", kind: "Thing", words: "class" };
const judge = (classes: readonly string[], className: unknown) => {
  const subject = subjectOf({ kind: "Other", metadata: { name: "t" }, spec: { className } });
  const results = requireListedClass(FIELD, classes)(subject);
  return { results, messages: results.map(({ message }) => message), faults: subject.object.reading.faults.length };
};

describe("requireListedClass", () => {
  it.each([
    [["a"], undefined],
    [["a"], "a"],
    [["a", "b"], "b"],
    [["a", ""], ""],
    [[], undefined],
  ])("allows of %j %j", (classes, found) => {
    expect(judge(classes, found).messages).toEqual([]);
  });

  it.each([
    [["a", "b"], "c", "c"],
    [["a", "b"], "A", "A"],
    [["a", "b"], "", ""],
    [["a", "b"], null, "null"],
    [["null", "b"], null, "null"],
    [[], "a", "a"],
  ])("refuses of %j %j", (classes, found, printed) => {
    expect(judge(classes, found)).toEqual({
      results: [
        {
          message: `Thing <t> has invalid class: ${printed}, allowed: ${JSON.stringify(classes).replaceAll(",", ", ")}`,
          findings: [{ path: ["spec", "className"], found, allowed: classes }],
        },
      ],
      messages: [`Thing <t> has invalid class: ${printed}, allowed: ${JSON.stringify(classes).replaceAll(",", ", ")}`],
      faults: 0,
    });
  });

  it.each([
    [5, "5"],
    [1_000_000, "1e+06"],
    [["a"], '["a"]'],
    [{ a: 1 }, '{"a": 1}'],
  ])("refuses %j, which is a wrong type besides", (found, printed) => {
    expect(judge(["a"], found)).toMatchObject({
      messages: [`Thing <t> has invalid class: ${printed}, allowed: ["a"]`],
      faults: 1,
    });
  });

  it("allows an object without a spec", () => {
    expect(requireListedClass(FIELD, [])(subjectOf({ metadata: { name: "t" } }))).toEqual([]);
  });

  it("never refuses more of a longer list", () => {
    const name = fc.constantFrom("a", "b", "c", "");
    fc.assert(
      fc.property(fc.array(name), fc.array(name), name, (list, more, found) => {
        const wide = judge([...list, ...more], found).messages.length;
        expect(wide).toBeLessThanOrEqual(judge(list, found).messages.length);
      }),
    );
  });
});
