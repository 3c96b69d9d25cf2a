import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addMutate } from "./add-mutate.js";
import { MUTATION_FORMATS } from "./mutation-output.js";

test("the formats that can be asked for are those that there are", () => {
  const program = new Command();
  addMutate(program, processSurroundings, () => undefined);
  const option = program.commands[0]?.options.find(({ long }) => long === "--output");
  expect(option?.argChoices).toEqual(MUTATION_FORMATS);
});
