import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../test/judge.js";
import { formatFieldPath } from "../field-path.js";
import { ObjectView, typeName } from "./object-view.js";
import { Reading } from "./reading.js";

const view = (value: unknown): ObjectView => ObjectView.root(new Reading(), deepFreeze(value), []);

const faultsOf = ({ reading }: ObjectView): readonly string[] =>
  reading.faults.map(({ path, expected, found }) => `${formatFieldPath(path)}: ${expected}, not ${found}`);

/** What a getter returns for a value of the field `a`, and the faults. */
const read = <Value>(value: unknown, get: (object: ObjectView) => Value) => {
  const object = view({ a: value });
  return { value: get(object), faults: faultsOf(object) };
};

const absent = { value: undefined, faults: [] };

describe("typeName", () => {
  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [true, "boolean"],
    ["", "string"],
    [0, "number"],
    [-0, "number"],
    [2 ** 53, "number"],
    [10n, "number"],
    [0.5, "fraction"],
    [Number.NaN, "fraction"],
    [[], "list"],
    [{}, "object"],
  ])("calls %s a %s", (value, name) => {
    expect(typeName(value)).toBe(name);
  });
});

describe("ObjectView", () => {
  describe("root", () => {
    it.each([undefined, null])("takes %s for an absent object", (value) => {
      const object = view(value);
      expect(object.present).toBe(false);
      expect(faultsOf(object)).toEqual([]);
    });

    it("takes an empty object for one that is present", () => {
      expect(view({}).present).toBe(true);
    });

    it.each(["text", 1, true, [[]], 5n])("takes %s for a wrong type and for absent", (value) => {
      const object = ObjectView.root(new Reading(), value, ["items", 3]);
      expect(object.present).toBe(false);
      expect(faultsOf(object)).toEqual([`items[3]: object, not ${typeName(value)}`]);
    });

    it("puts its base before every path", () => {
      const object = ObjectView.root(new Reading(), { a: { b: [{}] } }, ["spec", "template"]);
      expect(object.path()).toEqual(["spec", "template"]);
      expect(object.object("a").path("x", 0)).toEqual(["spec", "template", "a", "x", 0]);
      expect(object.object("a").objects("b")[0]?.path("c")).toEqual(["spec", "template", "a", "b", 0, "c"]);
    });
  });

  describe("names", () => {
    it("lists the object's own fields in the order written", () => {
      expect(view({ b: 1, a: null }).names()).toEqual(["b", "a"]);
      expect(view(Object.create({ inherited: 1 })).names()).toEqual([]);
      expect(view(null).names()).toEqual([]);
    });
  });

  describe("boolean", () => {
    const get = (object: ObjectView) => object.boolean("a");
    it.each([undefined, null])("reads %s as absent", (value) => expect(read(value, get)).toEqual(absent));
    it.each([true, false])("reads %s", (value) => expect(read(value, get)).toEqual({ value, faults: [] }));
    it.each(["true", "", 0, 1, [true], {}])("refuses %j", (value) => {
      expect(read(value, get)).toEqual({ value: undefined, faults: [`a: boolean, not ${typeName(value)}`] });
    });
  });

  describe("string", () => {
    const get = (object: ObjectView) => object.string("a");
    it.each([undefined, null])("reads %s as absent", (value) => expect(read(value, get)).toEqual(absent));
    it.each(["", "text", "～"])("reads %j", (value) => expect(read(value, get)).toEqual({ value, faults: [] }));
    it.each([0, true, ["a"], {}, 1.5])("refuses %j", (value) => {
      expect(read(value, get)).toEqual({ value: undefined, faults: [`a: string, not ${typeName(value)}`] });
    });
  });

  describe("integer", () => {
    it.each([undefined, null])("reads %s as absent", (value) => {
      expect(read(value, (object) => object.integer("a", 32))).toEqual(absent);
    });

    it.each([0, -1, 2 ** 31 - 1, -(2 ** 31), 7n])("reads %s as an integer of 32 bits", (value) => {
      expect(read(value, (object) => object.integer("a", 32))).toEqual({ value, faults: [] });
    });

    it.each([2 ** 31, -(2 ** 31) - 1, 2n ** 31n, 0.5, Number.NaN, "1", true, [1], {}])(
      "refuses %s as an integer of 32 bits",
      (value) => {
        const faults = [`a: integer of 32 bits, not ${typeName(value)}`];
        expect(read(value, (object) => object.integer("a", 32))).toEqual({ value: undefined, faults });
      },
    );

    it.each([2 ** 31, -(2 ** 63), 2n ** 63n - 1n, -(2n ** 63n)])("reads %s as an integer of 64 bits", (value) => {
      expect(read(value, (object) => object.integer("a", 64))).toEqual({ value, faults: [] });
    });

    it.each([2 ** 63, 2n ** 63n, -(2n ** 63n) - 1n, Number.POSITIVE_INFINITY])(
      "refuses %s as an integer of 64 bits",
      (value) => {
        const faults = [`a: integer of 64 bits, not ${typeName(value)}`];
        expect(read(value, (object) => object.integer("a", 64))).toEqual({ value: undefined, faults });
      },
    );
  });

  describe("object, optional and has", () => {
    const get = (object: ObjectView) => ({
      object: object.object("a").present,
      optional: object.optional("a")?.present,
      has: object.has("a"),
    });

    it.each([undefined, null])("read %s as absent", (value) => {
      expect(read(value, get)).toEqual({ value: { object: false, optional: undefined, has: false }, faults: [] });
    });

    it.each([{}, { b: 1 }])("read %j", (value) => {
      expect(read(value, get)).toEqual({ value: { object: true, optional: true, has: true }, faults: [] });
    });

    it.each([[[]], "text", 0, false])("refuse %j", (value) => {
      const faults = [`a: object, not ${typeName(value)}`];
      expect(read(value, (object) => object.object("a").present)).toEqual({ value: false, faults });
      expect(read(value, (object) => object.optional("a"))).toEqual({ value: undefined, faults });
      expect(read(value, (object) => object.has("a"))).toEqual({ value: false, faults });
    });

    it("give an absent object the place where it would be, and no fields", () => {
      const inner = view({}).object("a").object("b");
      expect(inner.path("c")).toEqual(["a", "b", "c"]);
      expect(inner.string("c")).toBeUndefined();
      expect(inner.objects("c")).toEqual([]);
      expect(inner.strings("c")).toEqual([]);
      expect(inner.stringMap("c").size).toBe(0);
    });
  });

  describe("objects", () => {
    const get = (object: ObjectView) => object.objects("a").map((item) => [item.index, item.string("name")]);

    it.each([undefined, null, []])("reads %j as no objects", (value) => {
      expect(read(value, get)).toEqual({ value: [], faults: [] });
    });

    it("reads null among them as an empty object", () => {
      const value = [
        [0, "x"],
        [1, undefined],
        [2, undefined],
      ];
      expect(read([{ name: "x" }, null, {}], get)).toEqual({ value, faults: [] });
      expect(view({ a: [null] }).objects("a")[0]?.present).toBe(true);
    });

    it("refuses items of other types one by one and keeps the positions of the rest", () => {
      expect(read(["x", { name: "y" }, [], 1], get)).toEqual({
        value: [[1, "y"]],
        faults: ["a[0]: object, not string", "a[2]: object, not list", "a[3]: object, not number"],
      });
    });

    it.each([{}, { 0: {}, length: 1 }, "text", 1, true])("refuses %j", (value) => {
      expect(read(value, get)).toEqual({ value: [], faults: [`a: list of objects, not ${typeName(value)}`] });
    });

    it("gives an object that is not in a list the position 0", () => {
      expect(view({ a: {} }).object("a").index).toBe(0);
    });
  });

  describe("strings", () => {
    const get = (object: ObjectView) => object.strings("a");

    it.each([undefined, null, []])("reads %j as no texts", (value) => {
      expect(read(value, get)).toEqual({ value: [], faults: [] });
    });

    it("reads null among them as the empty text", () => {
      expect(read(["x", null, "x", ""], get)).toEqual({ value: ["x", "", "x", ""], faults: [] });
    });

    it("refuses items of other types one by one and then has no texts at all", () => {
      expect(read(["x", 1, ["y"]], get)).toEqual({
        value: [],
        faults: ["a[1]: string, not number", "a[2]: string, not list"],
      });
    });

    it.each([{}, "text", 1, true])("refuses %j", (value) => {
      expect(read(value, get)).toEqual({ value: [], faults: [`a: list of strings, not ${typeName(value)}`] });
    });
  });

  describe("stringMap", () => {
    const get = (object: ObjectView) => [...object.stringMap("a")];

    it.each([undefined, null, {}])("reads %j as no entries", (value) => {
      expect(read(value, get)).toEqual({ value: [], faults: [] });
    });

    it("reads entries in the order written, null as the empty text", () => {
      expect(read({ b: "1", a: null, "": "" }, get)).toEqual({
        value: [
          ["b", "1"],
          ["a", ""],
          ["", ""],
        ],
        faults: [],
      });
    });

    it("reads an entry called __proto__ like any other", () => {
      expect(read(JSON.parse('{ "__proto__": "x", "constructor": "y" }'), get).value).toEqual([
        ["__proto__", "x"],
        ["constructor", "y"],
      ]);
    });

    it("refuses values of other types one by one and keeps the rest", () => {
      expect(read({ x: 1, y: "2", z: {} }, get)).toEqual({
        value: [["y", "2"]],
        faults: ["a.x: string, not number", "a.z: string, not object"],
      });
    });

    it.each([[["x"]], "text", 1, true])("refuses %j", (value) => {
      expect(read(value, get)).toEqual({ value: [], faults: [`a: map of strings, not ${typeName(value)}`] });
    });
  });
});
