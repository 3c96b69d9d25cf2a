import { describe, expect, it } from "vitest";
import { findImpurities, findModuleState } from "./purity.js";

describe("purity", () => {
  it.each([
    ["the clock", "const now = Date.now();"],
    ["the clock, as a constructor", "const now = new Date();"],
    ["the machine's time zone", "const noon = new Date(2026, 10, 24, 12);"],
    ["randomness", "const dice = Math.random();"],
    ["the network", 'await fetch("x");'],
    ["the environment", "const debug = process.env.DEBUG;"],
    ["a timer", "setTimeout(() => {}, 1);"],
    ["dynamic code by eval", 'eval("1");'],
    ["dynamic code by eval, called indirectly", '(0, eval)("1");'],
    ["dynamic code by new Function", 'new Function("return 1");'],
    ["global state", 'globalThis["Date"].now();'],
    ["a module of Node", 'import { readFileSync } from "node:fs";'],
    ["a module of Node without its prefix", 'export * from "fs";'],
    ["code loaded while running", 'await import("./x.js");'],
    ["the locale", '"a".localeCompare("b");'],
    ["a global handed on in an object", "const context = { fetch };"],
    ["a default value", "const at = ({ now = Date.now }) => now();"],
    ["a base class", "class Later extends Date {}"],
    ["a global whose name is a parameter elsewhere", "process.exit(((process: number) => process)(1));"],
  ])("finds code that reaches for %s", (_title, text) => {
    expect(findImpurities(`const before = 1;\n${text}`)).toContainEqual(expect.objectContaining({ line: 2 }));
  });

  it.each([
    ["a comment", "// Date.now()"],
    ["a text", 'const text = "process";'],
    ["a type", "const at = (date: Date): Function => { throw date; };"],
    ["an interface", "interface Clock extends Date { process: number }"],
    ["an imported type", 'import type { Stats } from "node:fs";'],
    ["a property of that name", "const found = { process: 1, Date: 2 }.process;"],
    ["a method of that name", "class Rule { eval() {} }"],
    ["a variable of its own of that name", "const run = (process: () => void) => process();"],
    ["pure parts of built-ins", "const most = Math.max(1, 2);"],
    ["a date of a given time", "const epoch = new Date(0).toISOString();"],
    ["another thing's `random`", "const dice = seeded.random();"],
  ])("leaves alone %s", (_title, text) => {
    expect(findImpurities(text)).toEqual([]);
  });
});

describe("module state", () => {
  it.each(["let count = 0;", "export let seen: string[];", "const cache = new Map<string, number>();"])(
    "finds `%s`",
    (text) => {
      expect(findModuleState(text)).toHaveLength(1);
    },
  );

  it.each([
    "const limit = 3;",
    "const byName = new Map([[1, 2]]);",
    "const NONE: ReadonlyMap<string, string> = new Map();",
    "const run = () => { let count = 0; return count; };",
  ])("leaves alone `%s`", (text) => {
    expect(findModuleState(text)).toEqual([]);
  });
});
