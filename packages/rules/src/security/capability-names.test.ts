import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podSecuredWith } from "../../test/judge-security.js";
import { ObjectView } from "../subject/object-view.js";
import { viewPod } from "../subject/pod-view.js";
import { Reading } from "../subject/reading.js";
import {
  areAmong,
  capabilitiesOf,
  capabilityNames,
  exceptedCapabilities,
  missingFrom,
  nameContainer166,
} from "./capability-names.js";

describe("capabilityNames", () => {
  it.each([[["ALL", "NET_ADMIN"]], [[]]])("takes %j", (names) => {
    expect(capabilityNames.safeParse(names).success).toBe(true);
  });

  it.each([[["all"]], [["CAP_CHOWN"]], [["BPF"]], ["ALL"], [["*"]]])("refuses %j", (names) => {
    expect(capabilityNames.safeParse(names).success).toBe(false);
  });
});

describe("capabilitiesOf", () => {
  it.each([
    [{ capabilities: { add: ["A"], drop: ["B"] } }, ["A"], ["B"]],
    [{ capabilities: { add: null } }, [], []],
    [{}, [], []],
  ])("reads %j", (context, added, dropped) => {
    const [container] = viewPod(podSecuredWith(context)).containers;
    expect(container && capabilitiesOf(container, "add")).toEqual(added);
    expect(container && capabilitiesOf(container, "drop")).toEqual(dropped);
  });
});

describe("exceptedCapabilities", () => {
  it("tells an exception that says nothing from one that allows nothing", () => {
    const read = (capabilities: unknown) =>
      exceptedCapabilities(ObjectView.root(new Reading(), { securityContext: { capabilities } }, []));
    expect(read(undefined)).toBeUndefined();
    expect(read({ allowedValues: { add: [] } })?.strings("add")).toEqual([]);
  });
});

describe("missingFrom and areAmong", () => {
  it("compare without regard to case, and keep the positions", () => {
    expect(missingFrom(["Chown"], ["CHOWN", "kill", "KILL"])).toEqual([
      { name: "kill", index: 1 },
      { name: "KILL", index: 2 },
    ]);
    expect(areAmong(["ALL"], ["all"])).toBe(true);
    expect(areAmong([], [])).toBe(true);
    expect(areAmong([], [""])).toBe(false);
  });

  it("find all names among themselves and more", () => {
    const names = fc.array(fc.string());
    fc.assert(fc.property(names, names, (some, more) => areAmong([...some, ...more], some)));
  });
});

describe("nameContainer166", () => {
  it.each([
    ["containers", "container <app>"],
    ["initContainers", "init container <app>"],
    ["ephemeralContainers", "ephemeral container <app>"],
  ] as const)("names one of %s", (list, words) => {
    expect(nameContainer166({ list, index: 0, name: "app" })).toBe(words);
  });
});
