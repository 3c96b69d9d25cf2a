import { describe, expect, it } from "vitest";
import { Reading } from "./reading.js";

describe("Reading", () => {
  it("knows no faults at first, and records no reads unless asked", () => {
    const reading = new Reading();
    expect(reading.faults).toEqual([]);
    expect(reading.reads).toBeUndefined();
  });

  it("keeps faults in the order in which they were met, each place once", () => {
    const reading = new Reading();
    reading.fault(["spec", "b"], "boolean", "string");
    reading.fault(["spec", "a", 0], "object", "list");
    reading.fault(["spec", "b"], "string", "number");
    expect(reading.faults).toEqual([
      { path: ["spec", "b"], expected: "boolean", found: "string" },
      { path: ["spec", "a", 0], expected: "object", found: "list" },
    ]);
  });

  it("shares nothing between readings", () => {
    new Reading().fault(["spec"], "object", "string");
    expect(new Reading().faults).toEqual([]);
  });
});
