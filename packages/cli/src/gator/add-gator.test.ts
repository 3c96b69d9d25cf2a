import { expect, it } from "vitest";
import { run } from "../../test/run.js";

it.each([
  [["nosuch"], 'Error: unknown command "nosuch" for "gator"'],
  [["test", "--nope"], "Error: unknown flag: --nope"],
  [["test", "-x"], "Error: unknown shorthand flag: 'x' in -x"],
  [["expand", "-n"], "Error: flag needs an argument: --filename"],
  [["verify"], "Error: accepts 1 arg(s), received 0"],
])("gator %j is a wrong call, and exits with 1 as gator does", async (words, message) => {
  const { code, output, errors } = await run(["gator", ...words]);
  expect([code, output]).toEqual([1, ""]);
  expect(errors.split("\n")[0]).toBe(message);
});

it.each([[["--help"]], [["test", "--help"]], [["verify", "-h"]]])("gator %j helps", async (words) => {
  const { code, output } = await run(["gator", ...words]);
  expect(code).toBe(0);
  expect(output).toContain("Usage: ostiary gator");
});

it.each([[["sync"]], [["sync", "nosuch"]]])("gator %j says what there is, and exits with 0", async (words) => {
  expect(await run(["gator", ...words])).toEqual({ code: 0, output: "Usage: gator sync test\n", errors: "" });
});
