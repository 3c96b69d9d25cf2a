import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../test/folder.js";
import { BAD_POD, GOOD_POD } from "../test/manifests.js";
import { run } from "../test/run.js";

/** Checks as JSON: the exit code, problems in short, and objects in short. */
const check = async (folder: string, words: readonly string[], input?: string | Uint8Array) => {
  const place = input === undefined ? { folder } : { folder, input };
  const { code, output } = await run(["check", ...words, "--output", "json"], place);
  const report: Report = JSON.parse(output);
  return {
    code,
    problems: report.problems.map(({ file, line, message }) => `${file}:${line ?? "-"} ${message}`),
    objects: report.objects.map(({ file, line, name }) => `${file}:${line} ${name}`),
  };
};

interface Report {
  readonly problems: readonly { readonly file: string; readonly line?: number; readonly message: string }[];
  readonly objects: readonly { readonly file: string; readonly line: number; readonly name: string }[];
}

const BAD_INPUT: readonly (readonly [what: string, content: string | Uint8Array, problem: string])[] = [
  ["broken YAML", "a: [1\nb: 2\n", "input.yaml:2 "],
  ["a tab", "a:\n\tb: 1\n", "input.yaml:2 tab characters"],
  ["an unknown tag", "apiVersion: v1\nkind: !env KIND\n", "input.yaml:2 unknown tag `!env`"],
  ["a placeholder", "kind: {{ .Values.kind }}\n", "input.yaml:1 template placeholders have to be rendered first"],
  ["a binary file", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), "input.yaml:1 the file is not text"],
  ["text that is not UTF-8", Buffer.from("kind: \xff\n", "latin1"), "input.yaml:1 the document is not UTF-8"],
  ["a document that is too long", `a: "${"x".repeat(17_000_000)}"\n`, "input.yaml:1 the document is longer than"],
  ["depth without end", `a: ${"[".repeat(100_000)}`, "input.yaml:1 nesting exceeded"],
  ["an alias bomb", bomb(), "input.yaml:4 the aliases of the document expand to too much"],
  ["JSON that breaks off", '{"apiVersion": "v1", "kind": ', "input.yaml:1 "],
  ["something else", "name: values\n", "input.yaml:1 not a Kubernetes object"],
];

function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, index) => `${"abcdefghi"[index]}: &${index} [${nine(index)}]`);
  return ["z: &z [x, x, x, x, x, x, x, x, x]", ...lines].join("\n");
}

function nine(index: number): string {
  return Array.from({ length: 9 }, () => `*${index === 0 ? "z" : index - 1}`).join(",");
}

test.each(BAD_INPUT)(
  "%s is an error with its line, the rest is checked, and the exit code is 2",
  async (_, content, problem) => {
    const folder = makeFolder({ "input.yaml": content, "other.yaml": GOOD_POD });
    const { code, problems, objects } = await check(folder, ["."]);
    expect(code).toBe(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, problem.length)).toBe(problem);
    expect(objects).toContain("other.yaml:1 good");
  },
);

test("inputs that lead nowhere are errors, the rest is checked, and the exit code is 2", async () => {
  const folder = makeFolder({ "good.yaml": GOOD_POD });
  mkdirSync(join(folder, "empty"));
  symlinkSync("nowhere", join(folder, "dangling.yaml"));
  expect(await check(folder, ["missing", "empty", "*.json", "."])).toEqual({
    code: 2,
    problems: [
      "missing:- no such file or folder",
      "empty:- the folder holds no .yaml, .yml or .json file",
      "*.json:- the pattern matches no .yaml, .yml or .json file",
      "dangling.yaml:- no such file or folder",
    ],
    objects: ["good.yaml:1 good"],
  });
});

test("an input that is given twice is checked once", async () => {
  const folder = makeFolder({ "bad.yaml": BAD_POD });
  expect(await check(folder, ["bad.yaml", "./bad.yaml", "."])).toEqual({
    code: 1,
    problems: [],
    objects: ["bad.yaml:1 bad"],
  });
});

test("standard input is called `-`", async () => {
  expect(await check(makeFolder(), ["-"], `${BAD_POD}---\n${GOOD_POD}`)).toEqual({
    code: 1,
    problems: [],
    objects: ["-:1 bad", "-:11 good"],
  });
});

test.each(["", "# nothing\n", "---\n---\n"])("standard input with nothing in it, %j, is bad input", async (input) => {
  const problems = ["-:- there is no object to check"];
  expect(await check(makeFolder(), ["-"], input)).toEqual({ code: 2, problems, objects: [] });
});

test("a full disk is told by the name of the file as typed, and the exit code is 2", async () => {
  const folder = makeFolder({ "bad.yaml": BAD_POD });
  symlinkSync("/dev/full", join(folder, "report.json"));
  const { code, errors } = await run(["check", "bad.yaml", "-o", "json=./report.json"], { folder });
  expect([code, errors]).toEqual([2, "error: cannot write `./report.json`: no space left on the device\n"]);
});
