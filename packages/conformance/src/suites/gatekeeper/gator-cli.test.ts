import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const line = {
  name: "one",
  op: "gator-cli",
  files: { "d/": "", "in.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n" },
  args: ["test", "-f", "in.yaml", "-o", "json"],
  exitCode: 0,
  stdout: "null",
  stderr: "",
};

it("what a call says and leaves is compared", async () => {
  const toFile = { ...line, name: "two", args: ["expand", "-n", "in.yaml", "-o", "out"], filesAfter: { out: "" } };
  const expected = { ...toFile, stdout: "Writing output to file: out\n" };
  const unlike = [
    { ...line, name: "code", exitCode: 1 },
    { ...expected, name: "file", filesAfter: { other: "" } },
  ];
  expect(await judgeLines(gatekeeper, "gator-cli.jsonl", [line, expected, ...unlike])).toEqual({
    one: { kind: "passed" },
    two: { kind: "passed" },
    code: { kind: "failed", difference: expect.stringContaining("exitCode") },
    file: { kind: "failed", difference: expect.stringContaining("filesAfter") },
  });
});

it("folders, times and usage texts do not count", async () => {
  const missing = { ...line, args: ["verify", "gone.yaml"], exitCode: 1, stdout: "" };
  const lines = [
    { ...missing, stderr: "Error: listing test files: stat <dir*>/gone.yaml: no such file or directory\n" },
    {
      ...missing,
      name: "usage",
      args: ["verify"],
      stderr: "Error: accepts 1 arg(s), received 0\nUsage:\n  anything\n",
    },
    { ...missing, name: "stdin", args: ["test"], stdin: "a: {", stderr: "" },
  ];
  const judged = await judgeLines(gatekeeper, "gator-cli.jsonl", lines);
  expect(judged).toMatchObject({ one: { kind: "passed" }, usage: { kind: "passed" }, stdin: { kind: "failed" } });
});
