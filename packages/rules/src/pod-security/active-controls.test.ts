import { describe, expect, it } from "vitest";
import { activeControls, controlFaults, newestVersion } from "./active-controls.js";
import type { Control, ControlBehaviour } from "./control.js";

const behaviour = (since: number): ControlBehaviour => ({
  since,
  find: () => [],
  word: () => ({ reason: `since ${since}`, detail: "" }),
});

const control = (change: Partial<Control> = {}): Control => ({
  id: "a",
  level: "baseline",
  behaviours: [behaviour(0)],
  ...change,
});

const base = control({ id: "base", behaviours: [behaviour(1), behaviour(5)] });
const strict = control({ id: "strict", level: "restricted", overrides: "base", behaviours: [behaviour(3)] });
const other = control({ id: "other" });
const all = [base, other, strict];

const idsAt = (level: "baseline" | "restricted", version: number) =>
  activeControls(all, level, version).map((active) => active.control.id);

describe("activeControls", () => {
  it.each([
    [0, ["other"]],
    [1, ["base", "other"]],
    [3, ["base", "other"]],
    [100, ["base", "other"]],
  ])("takes at baseline v1.%i every baseline control that exists there", (version, ids) => {
    expect(idsAt("baseline", version)).toEqual(ids);
  });

  it.each([
    [0, ["other"]],
    [2, ["base", "other"]],
    [3, ["other", "strict"]],
    [100, ["other", "strict"]],
  ])("takes at restricted v1.%i also the restricted ones, without those they override", (version, ids) => {
    expect(idsAt("restricted", version)).toEqual(ids);
  });

  it.each([
    [1, 1],
    [4, 1],
    [5, 5],
    [37, 5],
  ])("takes at v1.%i the behaviour since v1.%i", (version, since) => {
    expect(activeControls([base], "baseline", version).map((active) => active.behaviour.since)).toEqual([since]);
  });

  it("keeps the order of the list", () => {
    const reversed = activeControls([strict, other, base], "baseline", 9);
    expect(reversed.map((active) => active.control.id)).toEqual(["other", "base"]);
  });

  it("takes none of no controls, and none at a version before all", () => {
    expect(activeControls([], "restricted", 37)).toEqual([]);
    expect(activeControls(all, "restricted", -1)).toEqual([]);
    expect(activeControls(all, "restricted", Number.NaN)).toEqual([]);
  });
});

describe("newestVersion", () => {
  it.each([
    [[], 0],
    [[other], 0],
    [[base, strict], 5],
    [[strict, base], 5],
  ])("is the highest version at which one of %# changes", (controls, version) => {
    expect(newestVersion(controls)).toBe(version);
  });
});

describe("controlFaults", () => {
  it.each<[string, readonly Control[]]>([
    ["no controls", []],
    ["controls that are well-formed", all],
    ["an override of an id that is not registered", [control({ level: "restricted", overrides: "nobody" })]],
  ])("accepts %s", (_, controls) => {
    expect(controlFaults(controls)).toEqual([]);
  });

  it("reports an id that repeats, once for each repetition", () => {
    expect(controlFaults([other, other, base, other])).toEqual([
      "`other`: id is not unique",
      "`other`: id is not unique",
    ]);
  });

  it.each(["privileged", "Baseline", ""])("reports the level %j", (level) => {
    // A program without types may register anything.
    expect(controlFaults([control({ level: level as "baseline" })])).toEqual([`\`a\`: unknown level: \`${level}\``]);
  });

  it("reports a control without behaviours", () => {
    // A program without types may register anything.
    const behaviours = [] as unknown as Control["behaviours"];
    expect(controlFaults([control({ behaviours })])).toEqual(["`a`: no behaviour"]);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("reports the version %d", (since) => {
    expect(controlFaults([control({ behaviours: [behaviour(since)] })])).toEqual([
      `\`a\`: not a version: \`${since}\``,
    ]);
  });

  it.each([
    [[3, 3], ["`a`: v1.3 does not rise"]],
    [[3, 2], ["`a`: v1.2 does not rise"]],
    [
      [5, 4, 4],
      ["`a`: v1.4 does not rise", "`a`: v1.4 does not rise"],
    ],
    [[0, 1, 2], []],
  ])("wants versions to rise: %j", ([first = 0, ...rest], faults) => {
    const behaviours = [behaviour(first), ...rest.map(behaviour)] as const;
    expect(controlFaults([control({ behaviours })])).toEqual(faults);
  });

  it("reports a baseline control that overrides", () => {
    expect(controlFaults([other, control({ overrides: "other" })])).toEqual([
      "`a`: only restricted controls may override",
    ]);
  });

  it("reports an override of a restricted control", () => {
    expect(controlFaults([strict, control({ level: "restricted", overrides: "strict" })])).toEqual([
      "`a`: overrides the restricted control `strict`",
    ]);
  });
});
