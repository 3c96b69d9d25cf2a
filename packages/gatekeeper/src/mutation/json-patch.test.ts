import type { Json } from "@ostiary/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "./apply-json-patch.js";
import { createPatch } from "./json-patch.js";

describe("a patch", () => {
  it.each<[Json, Json, unknown]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 5 }, { a: 5n }, []],
    [{ a: 1 }, { a: 2 }, [{ op: "replace", path: "/a", value: 2 }]],
    [{ a: 1, b: 2 }, { b: 2 }, [{ op: "remove", path: "/a" }]],
    [{}, { "a/b": null }, [{ op: "add", path: "/a~1b", value: null }]],
    [{ a: { b: [1] } }, { a: { b: [1, 2] } }, [{ op: "add", path: "/a/b/1", value: 2 }]],
    [
      [1, 2, 3, 4],
      [1, 4],
      [
        { op: "remove", path: "/2" },
        { op: "remove", path: "/1" },
      ],
    ],
    [
      [1, 4],
      [1, 2, 3, 4],
      [
        { op: "add", path: "/1", value: 2 },
        { op: "add", path: "/2", value: 3 },
      ],
    ],
    [[{ a: 1 }, 2], [{ a: 2 }, 2], [{ op: "replace", path: "/0/a", value: 2 }]],
    [[1], {}, [{ op: "replace", path: "", value: {} }]],
    [{ a: [] }, { a: null }, [{ op: "replace", path: "/a", value: null }]],
    [{ toString: 1 }, {}, [{ op: "remove", path: "/toString" }]],
    [{ a: 2n ** 60n }, { a: 2n ** 60n + 1n }, [{ op: "replace", path: "/a", value: 2n ** 60n + 1n }]],
  ])("from %o to %o", (before, after, operations) => {
    expect(createPatch(before, after)).toEqual(operations);
  });

  it("takes an element that is undefined for null, as JSON does", () => {
    // No reader makes such lists; programs do.
    expect(createPatch([1, 2], [undefined, 2] as unknown as Json)).toEqual([
      { op: "replace", path: "/0", value: null },
    ]);
  });

  it("takes __proto__ for a name", () => {
    const [before, after]: readonly Json[] = [{}, JSON.parse('{"__proto__":{"a":1}}')];
    expect(createPatch(before ?? null, after ?? null)).toEqual([{ op: "add", path: "/__proto__", value: { a: 1 } }]);
  });

  it("of any two values makes the second of the first", () => {
    const scalar = fc.constantFrom<Json>(0, 1, 1n, 2n ** 70n, "", "a", null, true);
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        scalar,
        fc.array(tie("value"), { maxLength: 5 }),
        fc.dictionary(fc.constantFrom("a", "b", "~/", "__proto__", "0"), tie("value")),
      ),
    }));
    fc.assert(
      fc.property(value, value, (before, after) => {
        const outcome = applyPatch(before, createPatch(before, after));
        expect(outcome.ok && createPatch(outcome.value, after)).toEqual([]);
      }),
    );
  });

  it("of a deep chain does not exhaust the stack", () => {
    const nest = (end: Json): Json => {
      let value = end;
      for (let depth = 0; depth < 5000; depth++) value = { a: value };
      return value;
    };
    expect(createPatch(nest(1), nest(2))).toEqual([{ op: "replace", path: "/a".repeat(5000), value: 2 }]);
  });
});
