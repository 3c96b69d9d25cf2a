import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readManifests } from "../src/index.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [example = "", output = ""] = [...readme.matchAll(/^```(?:ts)?\n(.*?)^```$/gms)].map((match) => match[1]);

it("the example of the README gives the output of the README", () => {
  const body = example.replace(/^import .*$/m, "").replace(": string[]", "");
  const run = new Function("readManifests", `${body}; return lines;`);
  expect(run(readManifests)).toEqual(output.trimEnd().split("\n"));
});
