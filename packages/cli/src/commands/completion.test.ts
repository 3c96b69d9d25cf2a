import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { run } from "../../test/run.js";

const script = async (shell: string): Promise<string> => (await run(["completion", shell])).output;

/** What bash would offer for the last of the words. */
const completeInBash = async (...words: readonly string[]): Promise<readonly string[]> => {
  const typed = ["ostiary", ...words].map((word) => `'${word}'`).join(" ");
  const call = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _ostiary; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", `${await script("bash")}\n${call}`], { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
};

test.each<[words: string[], offers: string[]]>([
  [["c"], ["check", "completion"]],
  [
    ["check", "--name"],
    ["--namespace", "--namespace-labels"],
  ],
  [["check", "--level", "r"], ["restricted"]],
  [
    ["check", "--fail-on", ""],
    ["deny", "warn"],
  ],
  [
    ["check", "-"],
    ["--output", "--level", "--version", "--profile", "--config", "--namespace", "--namespace-labels"],
  ],
  [
    ["explain", "host"],
    ["hostNamespaces", "hostPathVolumes", "hostPorts", "hostProbesAndHostLifecycle"],
  ],
  [["completion", "f"], ["fish"]],
  [["rego", "e"], ["eval"]],
  [
    ["rego", "eval", "--fail"],
    ["--fail", "--fail-defined"],
  ],
  [
    ["rego", "test", "--format", ""],
    ["pretty", "json", "junit"],
  ],
  [["gator", "s"], ["sync"]],
  [["gator", "sync", ""], ["test"]],
  [
    ["check", "a.yaml", "--profile", ""],
    ["kubernetes", "deckhouse"],
  ],
  [["check", "deploy"], []],
])("in bash, %j is completed with %j", async (words, offers) => {
  expect(await completeInBash(...words)).toEqual(expect.arrayContaining(offers));
});

test.each<[words: string[], offers: string[]]>([
  [
    ["mutate", "a.yaml", "--output", ""],
    ["yaml", "diff", "json-patch", "json"],
  ],
  [
    ["test", "--format", ""],
    ["text", "json", "junit", "github"],
  ],
  [["rego", "eval", "--format", "j"], ["json"]],
  [["rego", "eval", "-f", "j"], ["json"]],
  [["check", "-l", "r"], ["restricted"]],
  [["check", "a.yaml", "-o", "sa"], ["sarif"]],
  [["mutate", "--trace", "che"], []],
  [["rego", "eval", "che"], []],
])("each command has values of its own: in bash, %j is completed with %j alone", async (words, offers) => {
  expect(await completeInBash(...words)).toEqual(offers);
});

test("fish knows the letter of an option too", async () => {
  expect(await script("fish")).toMatch(
    /^complete -c ostiary .* -l level -s l -x -a 'privileged baseline restricted' /m,
  );
});

test.each(["bash", "zsh", "fish"])("the script for %s knows every command, option and control", async (shell) => {
  const text = await script(shell);
  for (const word of [
    "check",
    "explain",
    "completion",
    "fail-on",
    "sarif",
    "restricted",
    "seccompProfile_restricted",
  ]) {
    expect(text).toContain(word);
  }
});

test("the summaries in the script for fish stand in quotes", async () => {
  for (const line of (await script("fish")).split("\n")) expect(line.match(/'/g)?.length ?? 0).toSatisfy(isEven);
});

const isEven = (count: number): boolean => count % 2 === 0;

test("another shell has no script", async () => {
  expect(await run(["completion", "powershell"])).toEqual({
    code: 2,
    output: "",
    errors: "error: no completion for `powershell`: expected one of bash, zsh, fish\n",
  });
});
