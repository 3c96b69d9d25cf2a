import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample } from "../test/check-sample.js";
import { hostileObject } from "../test/hostile.js";
import { SOUND_POD } from "../test/samples.js";
import { nameReport } from "./policyreport-name.js";

const DNS_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

describe("the name of a report", () => {
  it("tells what it is about, and tells apart the same object in other documents", () => {
    const names = checkSample([SOUND_POD, SOUND_POD].join("---\n")).map(nameReport);
    expect(names[0]).toMatch(/^pod-sound-[0-9a-f]{8}$/);
    expect(new Set(names).size).toBe(2);
  });

  it("is the same each time", () => {
    expect(checkSample(SOUND_POD).map(nameReport)).toEqual(["pod-sound-0177e806"]);
  });

  it("is a name that Kubernetes accepts, whatever the object", () => {
    const property = fc.property(hostileObject, fc.string({ minLength: 0, maxLength: 500 }), (entry, name) => {
      const given = nameReport({ ...entry, name });
      expect(given).toMatch(DNS_NAME);
      expect(given.length).toBeLessThanOrEqual(253);
    });
    fc.assert(property);
  });

  it("is never without something readable", () => {
    const [entry] = checkSample(SOUND_POD);
    const name = entry === undefined ? "" : nameReport({ ...entry, kind: "網", name: "頁" });
    expect(name).toMatch(/^ostiary-[0-9a-f]{8}$/);
  });
});
