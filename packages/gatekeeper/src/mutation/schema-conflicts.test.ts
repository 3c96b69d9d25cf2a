import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLocation } from "./location-path.js";
import { type SchemaClaim, SchemaConflicts } from "./schema-conflicts.js";

type Part = readonly [path: string, about?: Partial<Pick<SchemaClaim, "terminalType" | "mustTerminate" | "bindings">>];

const claim = (id: string, [path, about]: Part): SchemaClaim => {
  const location = parseLocation(path);
  return {
    id,
    location: location.ok ? location.value : [],
    terminalType: "Unknown",
    mustTerminate: false,
    bindings: new Set(["Pod"]),
    ...about,
  };
};

/** Inserts claims under the ids a, b, c, …; tells who is in conflict. */
const conflictsOf = (...parts: readonly Part[]): string => {
  const conflicts = new SchemaConflicts();
  for (const [index, part] of parts.entries()) conflicts.insert(claim("abcd".charAt(index), part));
  return [...conflicts.conflicting()].sort().join("");
};

const SET = { terminalType: "Set" } as const;
const STRING = { terminalType: "String", mustTerminate: true } as const;
const LAST = { mustTerminate: true } as const;

describe("in conflict are", () => {
  it.each<[string, readonly Part[], string]>([
    ["nobody on the same way", [["a.b"], ["a.b"], ["a.c"]], ""],
    ["an object and a list", [["a.b"], ["a[k: v].b"]], "ab"],
    ["not an object and what may be one", [["a.b"], ["a"]], ""],
    ["a set and a list", [["a[k: v]"], ["a", SET]], "ab"],
    ["a set and an object", [["a.b"], ["a", SET]], "ab"],
    [
      "a set and a text",
      [
        ["a", SET],
        ["a", STRING],
      ],
      "ab",
    ],
    ["not what is of unknown type beside", [["a", SET], ["a", STRING], ["a"]], "ab"],
    ["two keys of a list", [["a[j: v]"], ["a[k: v].b"]], "ab"],
    ["not two values of one key", [["a[k: v].b"], ["a[k: *].c"]], ""],
    ["who must be the last, and who goes on", [["a", LAST], ["a.b.c"]], "ab"],
    ["not who need not be the last", [["a"], ["a", LAST], ["a.b"]], "bc"],
    ["only those directly below", [["a", LAST], ["a.b.c", LAST], ["a.b.c.d"]], "abc"],
    [
      "not two who must both be the last",
      [
        ["a", LAST],
        ["a", LAST],
      ],
      "",
    ],
    ["nobody where the kinds differ", [["a.b"], ["a[k: v]", { bindings: new Set(["Node"]) }]], ""],
    [
      "not who shares a kind with one of two only",
      [["a.b"], ["a[k: v].b", { bindings: new Set(["Pod", "Node"]) }], ["a[k: v].c", { bindings: new Set(["Node"]) }]],
      "ab",
    ],
    ["not a name and a key that are the same", [["a.b"], ["c[a: b].d"]], ""],
    ["who takes __proto__ for different things", [["__proto__.b"], ["__proto__[k: v]"]], "ab"],
  ])("%s", (_who, parts, expected) => {
    expect(conflictsOf(...parts)).toBe(expected);
  });
});

describe("inserting", () => {
  it("tells all that are in conflict on the way, sorted", () => {
    const conflicts = new SchemaConflicts();
    expect(conflicts.insert(claim("b", ["a.b"]))).toEqual([]);
    expect(conflicts.insert(claim("c", ["a.c"]))).toEqual([]);
    expect(conflicts.insert(claim("a", ["a", SET]))).toEqual(["a", "b", "c"]);
  });

  it("replaces what had the same id", () => {
    const conflicts = new SchemaConflicts();
    conflicts.insert(claim("a", ["a.b"]));
    conflicts.insert(claim("b", ["a[k: v]"]));
    expect(conflicts.insert(claim("b", ["a.c"]))).toEqual([]);
    expect([...conflicts.conflicting()]).toEqual([]);
  });

  it("tells a hundred of many", () => {
    const conflicts = new SchemaConflicts();
    for (let index = 0; index < 1000; index++)
      conflicts.insert(claim(`n${index}`, [index % 2 === 0 ? "a.b" : "a[k: v]"]));
    expect(conflicts.insert(claim("last", ["a", SET]))).toHaveLength(100);
    expect(conflicts.conflicting().size).toBe(1001);
  });
});

describe("removing", () => {
  it("ends the conflicts with what is removed, and no others", () => {
    const conflicts = new SchemaConflicts();
    for (const [id, path] of Object.entries({ a: "a.b", b: "a[k: v].b", c: "a[k: v].c" }))
      conflicts.insert(claim(id, [path]));
    conflicts.remove("b");
    expect([...conflicts.conflicting()].sort()).toEqual(["a", "c"]);
    conflicts.remove("c");
    expect([...conflicts.conflicting()]).toEqual([]);
  });

  it("frees those below one who had to be the last, and one key of a list of another", () => {
    const conflicts = new SchemaConflicts();
    conflicts.insert(claim("a", ["a", LAST]));
    conflicts.insert(claim("b", ["a.b"]));
    conflicts.remove("a");
    conflicts.insert(claim("c", ["l[j: v]"]));
    conflicts.insert(claim("d", ["l[k: v]"]));
    conflicts.remove("d");
    expect([...conflicts.conflicting()]).toEqual([]);
  });

  it("what was never there changes nothing", () => {
    const conflicts = new SchemaConflicts();
    conflicts.remove("a");
    expect([...conflicts.conflicting()]).toEqual([]);
  });
});

it("the order in which claims come does not matter", () => {
  const part = fc.tuple(
    fc.constantFrom("a", "a.b", "a.b.c", "a[k: v]", "a[k: v].b", "a[j: v].b", "a.b[k: *].c"),
    fc.constantFrom({}, SET, STRING, LAST),
  );
  const parts = fc.array(part, { maxLength: 6 });
  const shuffled = parts.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, order]) => {
      const insert = (indexes: Iterable<number>): readonly string[] => {
        const conflicts = new SchemaConflicts();
        for (const index of indexes) conflicts.insert(claim(String(index), list[index] ?? [""]));
        return [...conflicts.conflicting()].sort();
      };
      expect(insert(order)).toEqual(insert(list.keys()));
    }),
  );
});
