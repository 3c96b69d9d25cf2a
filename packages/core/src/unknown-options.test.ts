import { describe, expect, it } from "vitest";
import { findUnknownOptions, type OptionNames } from "./unknown-options.js";

const KNOWN: OptionNames<{ readonly namespace?: string; readonly explain?: boolean }> = {
  namespace: true,
  explain: true,
};

const messagesOf = (options: unknown) => findUnknownOptions(options, KNOWN).map(({ message }) => message);

describe("findUnknownOptions", () => {
  it("refuses an option that is misspelt and names those that there are", () => {
    expect(findUnknownOptions({ namepsace: "x", explain: true }, KNOWN)).toEqual([
      {
        code: "invalid-option",
        message: "unknown option `namepsace`: expected one of explain, namespace",
        effect: "deny",
      },
    ]);
  });

  it("refuses each of several, also those without a value", () => {
    expect(messagesOf({ a: undefined, b: null })).toEqual([
      "unknown option `a`: expected one of explain, namespace",
      "unknown option `b`: expected one of explain, namespace",
    ]);
  });

  it("says of an option's own options whose they are", () => {
    expect(findUnknownOptions({ a: 1 }, KNOWN, "facts")).toMatchObject([
      { message: "unknown option `facts.a`: expected one of explain, namespace" },
    ]);
    expect(findUnknownOptions("a", KNOWN, "facts")).toMatchObject([
      { message: "option `facts`: expected an object, found `a`" },
    ]);
  });

  it.each(["toString", "constructor", "__proto__"])("knows no `%s`, which every object has", (name) => {
    expect(messagesOf(JSON.parse(`{"${name}": 1}`))).toHaveLength(1);
  });

  it.each([
    ["restricted", "option `options`: expected an object, found `restricted`"],
    [5, "option `options`: expected an object, found number"],
  ])("refuses %j in place of options", (options, message) => {
    expect(messagesOf(options)).toEqual([message]);
  });

  it.each([undefined, null, {}, [], Object.create({ inherited: 1 })])("finds nothing unknown in %j", (options) => {
    expect(messagesOf(options)).toEqual([]);
  });
});
