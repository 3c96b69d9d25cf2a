import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addTest } from "./test-command.js";
import { TEST_FORMATS } from "./test-report.js";

const rego = new Command();
addTest(rego, processSurroundings, () => undefined);
const [command] = rego.commands;

test("the formats are those that there are, for people if none is named", () => {
  const format = command?.options.find(({ long }) => long === "--format");
  expect([format?.argChoices, format?.defaultValue]).toEqual([TEST_FORMATS, "pretty"]);
});

test("OPA's short options are there", () => {
  const short = command?.options.flatMap((option) => option.short ?? []);
  expect(short).toEqual(expect.arrayContaining(["-b", "-r", "-f", "-v", "-c", "-z"]));
});
