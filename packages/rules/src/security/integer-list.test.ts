import { describe, expect, it } from "vitest";
import { describeFault } from "../../test/judge.js";
import { ObjectView } from "../subject/object-view.js";
import { Reading } from "../subject/reading.js";
import { readIntegers } from "./integer-list.js";

const read = (list: unknown) => {
  const reading = new Reading();
  reading.reads = [];
  const integers = readIntegers(ObjectView.root(reading, { list }, []), "list");
  return { integers, faults: reading.faults.map(describeFault), reads: reading.reads };
};

describe("readIntegers", () => {
  it.each([[[1, -2, 3n]], [[]]])("reads %o", (list) => {
    expect(read(list)).toEqual({ integers: list, faults: [], reads: [{ path: ["list"], found: [] }] });
  });

  it.each([[undefined], [null]])("takes %j for absent", (list) => {
    expect(read(list)).toEqual({ integers: undefined, faults: [], reads: [{ path: ["list"], found: undefined }] });
  });

  it.each([
    [[1, "2"], "list[1]: integer, not string"],
    [[1.5], "list[0]: integer, not fraction"],
    [[null], "list[0]: integer, not null"],
    [1, "list: list of integers, not number"],
  ])("takes %j for a fault", (list, fault) => {
    expect(read(list)).toMatchObject({ integers: undefined, faults: [fault] });
  });
});
