import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addTest } from "./add-test.js";
import { TEST_FORMATS } from "./report-results.js";

test("the formats that can be asked for are those that there are", () => {
  const program = new Command();
  addTest(program, processSurroundings, () => undefined);
  const option = program.commands[0]?.options.find(({ long }) => long === "--format");
  expect(option?.argChoices).toEqual(TEST_FORMATS);
});
