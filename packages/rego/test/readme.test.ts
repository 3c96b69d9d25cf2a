import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compileRego, renderDiagnostics, toText } from "../src/index.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [example = "", output = ""] = [...readme.matchAll(/^```(?:ts)?\n(.*?)^```$/gms)].map((match) => match[1]);

it("the example of the README gives the output of the README", () => {
  const body = example.replace(/^import .*$/m, "").replace(": string[]", "");
  const run = new Function("compileRego", "renderDiagnostics", "toText", `${body}; return lines;`);
  expect(run(compileRego, renderDiagnostics, toText)).toEqual(output.trimEnd().split("\n"));
});
