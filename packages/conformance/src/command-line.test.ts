import { expect, it } from "vitest";
import { parseCommandLine } from "./command-line.js";

it.each([
  [[], { suites: [], json: undefined }],
  [["pss", "real"], { suites: ["pss", "real"], json: undefined }],
  [["--json", "out.json"], { suites: [], json: "out.json" }],
  [["pss", "--json=out.json", "real"], { suites: ["pss", "real"], json: "out.json" }],
])("reads %j", (args, command) => {
  expect(parseCommandLine(args)).toEqual(command);
});

it.each([[["--jsn", "x"]], [["--json"]], [["-x"]]])("says what is wrong with %j", (args) => {
  expect(parseCommandLine(args)).toContain(args[0]);
});
