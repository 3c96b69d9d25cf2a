import { describe, expect, it } from "vitest";
import type { ContainerRef, Finding, Json } from "../rule.js";
import { containerNames, foundValues, nameContainers, nameSetters, plural, quoteEach } from "./wording.js";

const container = (name: string, index = 0): ContainerRef => ({ list: "containers", index, name });
const byContainer = (ref: ContainerRef, found?: Json): Finding => ({ path: [], container: ref, found });
const byPod = (found?: Json): Finding => ({ path: [], found });

describe("plural", () => {
  it.each([
    [0, "many"],
    [1, "one"],
    [2, "many"],
    [-1, "many"],
  ])("of %i is %s", (count, text) => {
    expect(plural(count, "one", "many")).toBe(text);
  });
});

describe("quoteEach", () => {
  it.each([
    [[], ""],
    [["a"], '"a"'],
    [["a", "b", "a"], '"a", "b", "a"'],
    [["", 'q"', "back\\slash", "line\nfeed"], '"", "q"", "back\\slash", "line\nfeed"'],
  ])("of %j does not escape", (texts, text) => {
    expect(quoteEach(texts)).toBe(text);
  });
});

describe("foundValues", () => {
  it("gives each value once, as text, in byte order", () => {
    expect(foundValues([byPod("～"), byPod(80), byPod(9000), byPod("😀"), byPod(10000), byPod(80)])).toEqual([
      "10000",
      "80",
      "9000",
      "～",
      "😀",
    ]);
  });

  it("gives none of no findings", () => {
    expect(foundValues([])).toEqual([]);
  });
});

describe("containerNames", () => {
  it("gives each container once, however many findings it has", () => {
    const app = container("app");
    expect(containerNames([byContainer(app), byContainer(app), byContainer(container("b"))])).toEqual(["app", "b"]);
  });

  it("keeps equal names of different containers, in the order visited", () => {
    expect(containerNames([byContainer(container("b", 0)), byContainer(container("b", 1))])).toEqual(["b", "b"]);
  });

  it("leaves the pod out", () => {
    const app = container("app");
    expect(containerNames([byPod(), byContainer(app)])).toEqual(["app"]);
    expect(containerNames([byPod()])).toEqual([]);
  });
});

describe("nameContainers", () => {
  it.each([
    [["a"], 'container "a"'],
    [["a", "a"], 'containers "a", "a"'],
    [[], "containers "],
  ])("of %j", (names, text) => {
    expect(nameContainers(names)).toBe(text);
  });
});

describe("nameSetters", () => {
  it.each<[string, readonly Finding[]]>([
    ["pod", [byPod()]],
    ['container "a"', [byContainer(container("a"))]],
    ['containers "a", "b"', [byContainer(container("a")), byContainer(container("b"))]],
    ['pod and container "a"', [byPod(), byContainer(container("a"))]],
    ['pod and containers "a", "b"', [byPod(), byContainer(container("a")), byContainer(container("b"))]],
  ])("says %s", (text, findings) => {
    expect(nameSetters(findings)).toBe(text);
  });
});
