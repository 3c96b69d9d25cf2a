import { Command } from "commander";
import { expect, test } from "vitest";
import { processSurroundings } from "../surroundings.js";
import { addFmt } from "./fmt-command.js";

const rego = new Command();
addFmt(rego, processSurroundings, () => undefined);
const [command] = rego.commands;

test("without paths it is called for standard input", () => {
  const [path] = command?.registeredArguments ?? [];
  expect([path?.required, path?.variadic]).toEqual([false, true]);
});

test("OPA's short options are there", () => {
  expect(command?.options.flatMap(({ short }) => short ?? [])).toEqual(["-w", "-l", "-d"]);
});
