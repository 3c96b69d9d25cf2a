import { describe, expect, it } from "vitest";
import { makeAssign, makeMutator, makePod, run, specAfter } from "../../test/mutators.js";
import { parseLocation } from "./location-path.js";
import { walkLocation } from "./walk-location.js";

const testing = (location: string, ...pathTests: readonly (readonly [string, string])[]) =>
  makeMutator("Assign", location, {
    assign: { value: 1 },
    pathTests: pathTests.map(([subPath, condition]) => ({ subPath, condition })),
  });

describe("on the way through objects", () => {
  it.each([
    ["spec.a", {}, { a: 1 }],
    ["spec.a.b", {}, { a: { b: 1 } }],
    ["spec.a.b", { a: { c: 2 } }, { a: { c: 2, b: 1 } }],
    ["spec.a", { a: null }, { a: 1 }],
    ["spec.a", { a: { b: [] } }, { a: 1 }],
    ["spec.__proto__.a", {}, JSON.parse('{"__proto__":{"a":1}}')],
    ["spec.toString", {}, JSON.parse('{"toString":1}')],
    ['spec.""', {}, { "": 1 }],
    ["spec.a.b", { a: null }, "mismatch between path entry (type: object) and received object (type: <nil>). Path: b"],
    ["spec.a.b", { a: "x" }, "mismatch between path entry (type: object) and received object (type: string). Path: b"],
    [
      'spec.a."b c"',
      { a: [] },
      'mismatch between path entry (type: object) and received object (type: []interface {}). Path: "b c"',
    ],
    ["spec.a.b", { a: undefined }, { a: { b: 1 } }],
  ])("%s of %o", (location, spec, expected) => {
    expect(specAfter(spec, [makeAssign(location, 1)])).toEqual(expected);
  });
});

describe("on the way through lists", () => {
  const web = { k: "web" };
  it.each([
    ["spec.a[k: web].x", {}, { a: [{ k: "web", x: 1 }] }],
    ["spec.a[k: web].x", { a: [{ k: "db" }] }, { a: [{ k: "db" }, { k: "web", x: 1 }] }],
    ["spec.a[k: web].x", { a: [web, "s", web, null] }, { a: [{ k: "web", x: 1 }, "s", { k: "web", x: 1 }, null] }],
    ["spec.a[k: 7].x", { a: [{ k: "7" }, { k: 7 }] }, { a: [{ k: "7" }, { k: 7, x: 1 }] }],
    ["spec.a[k: 7].x", { a: [{ k: 7n }] }, { a: [{ k: 7n, x: 1 }] }],
    ["spec.a[k: *].x", {}, {}],
    ["spec.a[k: *].x", { a: [] }, { a: [] }],
    ["spec.a[k: *].x", { a: [{}, web] }, { a: [{ x: 1 }, { k: "web", x: 1 }] }],
    [
      "spec.a[k: *].x",
      { a: [web, 5] },
      "mismatch between path entry (type: object) and received object (type: int64). Path: x",
    ],
    [
      "spec.a[k: web].x",
      { a: {} },
      "mismatch between path entry (type: List) and received object (type: map[string]interface {}). Path: [k: web]",
    ],
    [
      "spec.a[k: *].x",
      { a: null },
      "mismatch between path entry (type: List) and received object (type: <nil>). Path: [k: *]",
    ],
    [
      "spec.a[k: *].x",
      { a: [undefined] },
      "mismatch between path entry (type: object) and received object (type: <nil>). Path: x",
    ],
    ["spec.a[k: web].b[j: 1].x", {}, { a: [{ k: "web", b: [{ j: 1, x: 1 }] }] }],
    ["spec.a[k: *].b[j: *].x", { a: [{ b: [{}] }, {}] }, { a: [{ b: [{ x: 1 }] }, {}] }],
    ["spec.a[__proto__: web].x", {}, { a: [JSON.parse('{"__proto__":"web","x":1}')] }],
  ])("%s of %o", (location, spec, expected) => {
    expect(specAfter(spec, [makeAssign(location, 1)])).toEqual(expected);
  });
});

describe("at a list at the end", () => {
  const value = { k: "web", x: 1 };
  it.each([
    [{}, { a: [value] }],
    [{ a: [{ k: "db" }] }, { a: [{ k: "db" }, value] }],
    [{ a: [{ k: "web", y: 2 }, { k: "web" }, null] }, { a: [value, { k: "web" }, null] }],
    [{ a: [null, { k: "web" }] }, "cast error, unable to case <nil> to map[string]interface{}"],
    [{ a: ["s"] }, "cast error, unable to case string to map[string]interface{}"],
    [{ a: "s" }, "mismatch between path entry (type: List) and received object (type: string). Path: [k: web]"],
  ])("of %j the first element with the key is replaced, or one is added", (spec, expected) => {
    expect(specAfter(spec, [makeAssign("spec.a[k: web]", value)])).toEqual(expected);
  });
});

describe("path tests", () => {
  const [MUST, MUST_NOT] = ["MustExist", "MustNotExist"];
  it.each([
    [testing("spec.a.b", ["spec.a", MUST]), {}, {}],
    [testing("spec.a.b", ["spec.a", MUST]), { a: {} }, { a: { b: 1 } }],
    [
      testing("spec.a.b", ["spec.a", MUST]),
      { a: null },
      "mismatch between path entry (type: object) and received object (type: <nil>). Path: b",
    ],
    [testing("spec.a.b", ["spec.a", MUST_NOT]), { a: {} }, { a: {} }],
    [testing("spec.a.b", ["spec.a.b", MUST_NOT]), {}, { a: { b: 1 } }],
    [testing("spec.a.b", ["spec.a.b", MUST_NOT]), { a: { b: null } }, { a: { b: null } }],
    [testing("spec.a.b.c", ["spec.a.b", MUST]), {}, {}],
    [testing("spec.a[k: v].x", ["spec.a[k: v]", MUST]), { a: [] }, { a: [] }],
    [testing("spec.a[k: v].x", ["spec.a[k: v]", MUST]), { a: [{ k: "v" }] }, { a: [{ k: "v", x: 1 }] }],
    [testing("spec.a[k: v].x", ["spec.a[k: v]", MUST_NOT]), { a: [{ k: "v" }] }, { a: [{ k: "v" }] }],
    [testing("spec.a[k: *].x", ["spec.a[k: *]", MUST_NOT]), { a: [{}] }, { a: [{}] }],
    [testing("spec.a[k: *].x", ["spec.a[k: *].x", MUST]), { a: [{}, { x: 2 }] }, { a: [{}, { x: 1 }] }],
    [testing("spec.a", ["", MUST_NOT]), {}, { a: 1 }],
  ])("%#", (mutator, spec, expected) => {
    expect(specAfter(spec, [mutator])).toEqual(expected);
  });

  const element = (condition: string) =>
    makeMutator("Assign", "spec.a[k: v]", {
      assign: { value: { k: "v" } },
      pathTests: [{ subPath: "spec.a[k: v]", condition }],
    });
  it.each([
    [MUST, { a: [] }, { a: [] }],
    [MUST, { a: [{ k: "v", x: 1 }] }, { a: [{ k: "v" }] }],
    [MUST_NOT, { a: [{ k: "v", x: 1 }] }, { a: [{ k: "v", x: 1 }] }],
    [MUST_NOT, { a: [] }, { a: [{ k: "v" }] }],
  ])("%s for an element at the end of %j", (condition, spec, expected) => {
    expect(specAfter(spec, [element(condition)])).toEqual(expected);
  });
});

it("what is unchanged is shared with the object handed in, and that one is not touched", () => {
  const kept = Object.freeze({ name: "db" });
  const containers = Object.freeze([Object.freeze({ name: "web" }), kept]);
  const pod = makePod(Object.freeze({ containers, volumes: Object.freeze([]) }));
  const outcome = run(pod, [makeAssign("spec.containers[name: web].image", "a")]);
  const spec = outcome.ok ? Object(outcome.value.object).spec : {};
  expect(spec.containers).toEqual([{ name: "web", image: "a" }, { name: "db" }]);
  expect(spec.containers[1]).toBe(kept);
  expect(spec.volumes).toBe(pod.spec["volumes" as keyof typeof pod.spec]);
});

it("a walk that sets what is there gives back the same object, and tells no change", () => {
  const location = parseLocation("a[k: *].b");
  const object = { a: [{ b: [1] }, { b: [1] }] };
  const told: unknown[] = [];
  const setter = { value: () => ({ ok: true, value: [1] }) as const };
  const route = { location: location.ok ? location.value : [], tests: new Map() };
  const walked = walkLocation(object, route, setter, { changed: (...change) => told.push(change) });
  expect(walked.ok && walked.value).toBe(object);
  expect(told).toEqual([]);
});

it("a list at the end takes elements only, and only where a key tells which", () => {
  const setter = { value: () => ({ ok: true, value: 1 }) as const };
  const walk = (text: string, element?: { readonly k: string }) => {
    const location = parseLocation(text);
    const route = { location: location.ok ? location.value : [], tests: new Map() };
    return walkLocation({ a: [] }, route, element === undefined ? setter : { ...setter, element }, {
      changed: () => undefined,
    });
  };
  const error = { code: "mutation-failed", message: "last path entry can not be globbed" };
  expect(walk("a[k: *]", { k: "v" })).toEqual({ ok: false, error });
  expect(walk("a[k: v]")).toEqual({ ok: false, error });
});
