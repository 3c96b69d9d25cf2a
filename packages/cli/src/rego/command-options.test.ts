import { Command } from "commander";
import { expect, test } from "vitest";
import { addPaths, addVersions } from "./command-options.js";

test("paths can be repeated, and stand in the order in which they are given", () => {
  const command = addVersions(addPaths(new Command()));
  command.parse(["-d", "a", "--data", "b", "-b", "c", "--ignore", "x", "--v0-compatible"], { from: "user" });
  expect(command.opts()).toEqual({ data: ["a", "b"], bundle: ["c"], ignore: ["x"], v0Compatible: true });
});
