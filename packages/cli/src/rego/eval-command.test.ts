import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addEval } from "./eval-command.js";
import { EVAL_FORMATS } from "./eval-output.js";

const rego = new Command();
addEval(rego, processSurroundings, () => undefined);
const [command] = rego.commands;

test("the formats are those that there are, JSON if none is named", () => {
  const format = command?.options.find(({ long }) => long === "--format");
  expect([format?.argChoices, format?.defaultValue]).toEqual([EVAL_FORMATS, "json"]);
});

test("OPA's short options are there", () => {
  const short = command?.options.flatMap((option) => option.short ?? []);
  expect(short).toEqual(expect.arrayContaining(["-d", "-b", "-i", "-I", "-f", "-S"]));
});
