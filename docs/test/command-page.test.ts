import { expect, it } from "vitest";
import { createProgram } from "../../packages/cli/src/command-line.js";
import { processSurroundings } from "../../packages/cli/src/surroundings.js";
import { commandPage } from "../scripts/command-page.js";

const { text } = commandPage();
const program = createProgram(processSurroundings, "0.0.0", { code: 0 });

const families = program.commands.flatMap(({ commands }) => commands);

it.each([program, ...program.commands, ...families].map((command) => [command.name(), command] as const))(
  "the page names every argument and option of %s",
  (_name, command) => {
    for (const { flags } of command.options) expect(text).toContain(`| \`${flags}\` |`);
    for (const argument of command.registeredArguments) expect(text).toContain(`| \`${argument.name()}\` |`);
  },
);

it("the page has what `--help` adds: exit codes and examples", () => {
  expect(text).toMatch(/```\nExit codes:\n {2}0 /);
  expect(text).toMatch(/^ {2}ostiary check deploy\/ /m);
});
