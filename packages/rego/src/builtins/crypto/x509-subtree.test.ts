import fc from "fast-check";
import { expect, test } from "vitest";
import { findSubtree, type SubtreeKind, sortSubtrees } from "./x509-subtree.js";

/** Ranges of numbers. */
const ranges: SubtreeKind<readonly [number, number], number> = {
  compare: (left, right) => left[0] - right[0] || right[1] - left[1],
  compareName: ([from], name) => from - name,
  includes: (outer, inner) => outer[0] <= inner[0] && inner[1] <= outer[1],
  admits: ([from, to], name) => from <= name && name <= to,
};

test("ranges that others include are left out", () => {
  expect(
    sortSubtrees(
      [
        [5, 6],
        [1, 9],
        [20, 21],
        [1, 3],
      ],
      ranges,
    ),
  ).toStrictEqual([
    [1, 9],
    [20, 21],
  ]);
});

test("the range before a number decides", () => {
  const sorted = sortSubtrees(
    [
      [1, 3],
      [5, 7],
    ],
    ranges,
  );
  expect([0, 1, 2, 4, 5, 7, 8].map((name) => findSubtree(sorted, name, ranges)?.[0])).toStrictEqual([
    undefined,
    1,
    1,
    undefined,
    5,
    5,
    undefined,
  ]);
  expect(findSubtree([], 1, ranges)).toBeUndefined();
});

test("of ranges that do not overlap in part the one that has the number is found", () => {
  const nested = fc.array(
    fc.tuple(fc.nat(6), fc.nat(3)).map(([from, size]) => [8 * from, 8 * from + 2 ** size - 1] as const),
  );
  fc.assert(
    fc.property(nested, fc.nat(60), (list, name) => {
      const isFound = findSubtree(sortSubtrees(list, ranges), name, ranges) !== undefined;
      expect(isFound).toBe(list.some((range) => ranges.admits(range, name)));
    }),
  );
});
