import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addParse } from "./parse-command.js";

const rego = new Command();
addParse(rego, processSurroundings, () => undefined);
const [command] = rego.commands;

test("it takes one path, and tells the tree for people unless JSON is asked for", () => {
  const [path] = command?.registeredArguments ?? [];
  const format = command?.options.find(({ long }) => long === "--format");
  expect([path?.required, path?.variadic]).toEqual([true, false]);
  expect([format?.argChoices, format?.defaultValue]).toEqual([["pretty", "json"], "pretty"]);
});
