import { describe, expect, it } from "vitest";
import { beginningOf, describePlace, listPlaces } from "./place-list.js";

const POSITION = { line: 4, column: 5, endLine: 4, endColumn: 9 };
const FINDING = { path: ["spec", "hostPID"], found: true, allowed: false };

const placesOf = (findings: Parameters<typeof listPlaces>[0]["violation"]["findings"]) =>
  listPlaces(
    { violation: { policy: { kind: "A", name: "a" }, rule: "rule", action: "deny", message: "message", findings } },
    { line: 2 },
  );

describe("the places of a violation", () => {
  it("are those of its findings", () => {
    const finding = { ...FINDING, position: POSITION };
    expect(placesOf([finding])).toEqual([{ finding, position: POSITION }]);
  });

  it("are where the nearest ancestor of an absent field begins", () => {
    const finding = { path: ["spec", "a"], found: undefined, position: { ...POSITION, endLine: 40 } };
    expect(placesOf([finding])[0]?.position).toEqual({ line: 4, column: 5, endLine: 4, endColumn: 6 });
  });

  it("are where the object begins, for a finding without a place", () => {
    expect(placesOf([FINDING])).toEqual([{ finding: FINDING, position: beginningOf({ line: 2 }) }]);
  });

  it("are where the object begins, when there are no findings", () => {
    expect(placesOf([])).toEqual([{ position: { line: 2, column: 1, endLine: 2, endColumn: 2 } }]);
  });

  it("are described in one line", () => {
    expect(describePlace({ file: "a.yaml" }, { finding: FINDING, position: POSITION })).toBe(
      "a.yaml:4:5: spec.hostPID; allowed: false",
    );
    expect(describePlace({ file: "a.yaml" }, { position: POSITION })).toBe("a.yaml:4:5");
  });
});
