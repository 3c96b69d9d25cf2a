import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addDeps } from "./deps-command.js";

const rego = new Command();
addDeps(rego, processSurroundings, () => undefined);
const [command] = rego.commands;

test("it takes one query, and policies as eval does", () => {
  const [query] = command?.registeredArguments ?? [];
  expect([query?.required, query?.variadic]).toEqual([true, false]);
  expect(command?.options.flatMap(({ short }) => short ?? [])).toEqual(expect.arrayContaining(["-d", "-b", "-f"]));
});
