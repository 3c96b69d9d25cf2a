import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../test/judge.js";
import { ObjectView } from "./object-view.js";
import { Reading } from "./reading.js";

const view = (value: unknown): ObjectView => ObjectView.root(new Reading(), deepFreeze(value), []);

describe("ObjectView, with a record of reads", () => {
  const recording = (value: unknown): ObjectView => {
    const object = view(value);
    object.reading.reads = [];
    return object;
  };

  it("records every field looked at, scalars as they are, objects and lists in outline", () => {
    const object = recording({ a: true, b: "x", c: 3, d: { e: 1 }, f: [1], g: null });
    object.boolean("a");
    object.string("b");
    object.integer("c", 32);
    object.has("d");
    object.strings("f");
    object.string("g");
    object.string("h");
    object.object("d").integer("e", 64);
    expect(object.reading.reads).toEqual([
      { path: ["a"], found: true },
      { path: ["b"], found: "x" },
      { path: ["c"], found: 3 },
      { path: ["d"], found: {} },
      { path: ["f"], found: [] },
      { path: ["g"], found: undefined },
      { path: ["h"], found: undefined },
      { path: ["d"], found: {} },
      { path: ["d", "e"], found: 1 },
    ]);
  });

  it("records what a field takes over from another object", () => {
    const object = recording({ pod: { user: true }, container: {} });
    object.object("container").noteInherited("user", object.object("pod"));
    expect(object.reading.reads?.at(-1)).toEqual({
      path: ["container", "user"],
      found: true,
      inheritedFrom: ["pod", "user"],
    });
  });

  it("records nothing unless asked", () => {
    const object = view({ pod: { user: true } });
    object.object("container").noteInherited("user", object.object("pod"));
    expect(object.reading.reads).toBeUndefined();
  });
});
