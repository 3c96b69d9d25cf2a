// Runs every example of the documents. What an example means is told in code-blocks.ts and sandbox.ts.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readManifests } from "@ostiary/manifests";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, makeBundleFolder } from "./bundle.js";
import type { CodeBlock } from "./code-blocks.js";
import { readDocuments } from "./documents.js";
import { expectOutput } from "./expect-output.js";
import { pipelineSteps } from "./pipeline-steps.js";
import { createSandbox, type Outcome, type Sandbox, top } from "./sandbox.js";
import { typeCheck } from "./type-check.js";

const documents = readDocuments();
const programs = documents.flatMap(({ path, blocks }) =>
  blocks.filter(({ language }) => language === "ts").map((block) => ({ place: `${path}:${block.line}`, block })),
);

const folder = makeBundleFolder();
writeFileSync(join(folder.path, "package.json"), '{ "type": "module" }');
const bundleOf = (block: CodeBlock): string =>
  join(folder.path, `${programs.findIndex((program) => program.block === block)}.js`);
await Promise.all(programs.map(({ block }) => bundle(block.text, bundleOf(block))));

const bin = join(folder.path, "bin.js");
beforeAll(() => {
  const tsup = join(top, "node_modules/tsup/dist/cli-default.js");
  const words = [tsup, "--config", "tsup.bin.config.ts", "--out-dir", folder.path];
  execFileSync(process.execPath, words, { cwd: join(top, "packages/cli") });
}, 60_000);
afterAll(() => folder.remove());

const expectOutcome = ({ code, output }: Outcome, block: CodeBlock): void => {
  expect(code, output).toBe(block.exitCode);
  if (block.output !== undefined) expectOutput(output, block.output);
};

/** What a test of a block does, by the block's language. */
const tests: Readonly<Record<string, (block: CodeBlock, sandbox: Sandbox) => void>> = {
  sh: (block, sandbox) => expectOutcome(sandbox.run(block.text), block),
  console(block, sandbox) {
    for (const [, command = "", output = ""] of block.text.matchAll(/^\$ (.*)\n?((?:(?!\$ ).*\n?)*)/gm)) {
      expect(sandbox.run(command).output.trimEnd()).toBe(output.trimEnd());
    }
  },
  // What a program shows is what it prints, or the text that it exports as `output`.
  ts(block, sandbox) {
    const url = pathToFileURL(bundleOf(block)).href;
    const script = `import("${url}").then(({ output = "" }) => process.stdout.write(output))`;
    expectOutcome(sandbox.run(`"${process.execPath}" --eval '${script}'`), block);
  },
  yaml(block, sandbox) {
    const read = [...readManifests(block.text)];
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    if (block.file !== undefined) sandbox.write(block.file, `${block.text}\n`);
    const [document] = read;
    const steps = document?.kind === "object" ? pipelineSteps(block.file, document.value) : [];
    for (const step of steps) expectOutcome(sandbox.run(step), block);
  },
  json({ file, text }, sandbox) {
    expect(() => JSON.parse(text)).not.toThrow();
    if (file !== undefined) sandbox.write(file, `${text}\n`);
  },
  rego({ file, text }, sandbox) {
    if (file === undefined) return expect.fail("this policy is no file that a command reads");
    sandbox.write(file, `${text}\n`);
  },
  text: () => expect.fail("this text follows no program that prints it"),
};

const isVitest = ({ language, text }: CodeBlock): boolean => language === "ts" && text.includes('from "vitest"');

it("every program compiles", () => {
  const faults = typeCheck(programs.map(({ block }) => block.text));
  expect(programs.flatMap(({ place }, index) => (faults[index] ?? []).map((fault) => `${place}: ${fault}`))).toEqual(
    [],
  );
});

const isTested = (block: CodeBlock): boolean => isVitest(block) || Object.hasOwn(tests, block.language);

describe.each(documents.filter(({ blocks }) => blocks.some(isTested)))("$path", ({ blocks }) => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = createSandbox(bin);
  });
  afterAll(() => sandbox.remove());

  for (const block of blocks) {
    const title = `line ${block.line}: ${block.text.split("\n", 1)[0]}`;
    const test = tests[block.language];
    if (isVitest(block)) describe(title, () => import(bundleOf(block)));
    else if (test !== undefined) it(title, () => test(block, sandbox));
  }
});
