import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { run } from "../../test/run.js";
import { processSurroundings } from "../surroundings.js";
import { addRego } from "./add-rego.js";

const program = new Command();
addRego(program, processSurroundings, () => undefined);
const [rego] = program.commands;
const commands = rego?.commands ?? [];

describe.each(commands.map((command) => [command.name(), command] as const))("rego %s", (name, command) => {
  test("has a summary, a description and examples that call it", async () => {
    expect([command.summary(), command.description()]).not.toContain("");
    const { code, output } = await run(["rego", name, "--help"]);
    expect([code, output]).toEqual([0, expect.stringContaining(`ostiary rego ${name} `)]);
    expect(output).toContain("Exit codes:");
  });

  test("has the flags of OPA's command for versions", () => {
    expect(command.options.map(({ long }) => long)).toEqual(
      expect.arrayContaining(["--v0-compatible", "--v1-compatible"]),
    );
  });
});

test("rego alone tells its commands", async () => {
  const { code, errors } = await run(["rego"]);
  expect([code, errors]).toEqual([2, expect.stringMatching(/Commands:\n {2}eval /)]);
});
