import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addCheck } from "./check-command.js";

const rego = new Command();
addCheck(rego, processSurroundings, () => undefined);
const [command] = rego.commands;

test("errors are told for people unless JSON is asked for", () => {
  const format = command?.options.find(({ long }) => long === "--format");
  expect([format?.argChoices, format?.defaultValue]).toEqual([["pretty", "json"], "pretty"]);
});

test("OPA's short options are there", () => {
  expect(command?.options.flatMap(({ short }) => short ?? [])).toEqual(expect.arrayContaining(["-f", "-b", "-S"]));
});
