import { describe, expect, it } from "vitest";
import { inferFindings } from "./infer-findings.js";
import { Origin } from "./origin.js";

const at = (...path: readonly (string | number)[]) =>
  path.reduce<Origin>((origin, step) => origin.child(step), Origin.root());

describe("inferFindings", () => {
  const root = { spec: { n: 1, list: [{ name: "a", deep: { value: true } }, { name: "b" }] } };

  it("tells each place once, with what is there", () => {
    expect(inferFindings([at("spec", "n"), at("spec", "n"), at("spec", "zz")], root)).toEqual([
      { path: ["spec", "n"], found: 1, inferred: true },
      { path: ["spec", "zz"], found: undefined, inferred: true },
    ]);
  });

  it("of each element of a list tells what lies deepest: a name only says which one is meant", () => {
    const reads = [
      at("spec", "list", 0, "name"),
      at("spec", "list", 0, "deep", "value"),
      at("spec", "list", 1, "name"),
    ];
    expect(inferFindings(reads, root).map(({ path }) => path.join("."))).toEqual([
      "spec.list.0.deep.value",
      "spec.list.1.name",
    ]);
  });

  it("tells a hundred at most", () => {
    expect(
      inferFindings(
        Array.from({ length: 500 }, (_, index) => at("l", index)),
        { l: [] },
      ),
    ).toHaveLength(100);
  });

  it("does not take what JavaScript has for a field", () => {
    expect(inferFindings([at("constructor", "name")], {})).toMatchObject([{ found: undefined }]);
  });
});
