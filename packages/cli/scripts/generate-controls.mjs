// Writes src/explain/controls.generated.json: what `ostiary explain` says, from the comment above each control and the fixtures.
// Run it with `pnpm --filter ostiary generate` after a control has changed; a test tells when that was forgotten.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate } from "@ostiary/core";
import { exampleOf } from "@ostiary/fixtures";
import { CONTROLS } from "@ostiary/rules";
import { dump } from "js-yaml";

const controlFolder = new URL("../../rules/src/pod-security/", import.meta.url);

/** Where the generated data lies. */
export const generatedFile = new URL("../src/explain/controls.generated.json", import.meta.url);

const COMMENT = /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const \w+: Control = \{\n {2}id: "(\w+)"/;
const FIELD = /^([A-Z][a-z]+) +(\S.*)$/;

/** The comments above the controls, by the control's id: lines without their stars. */
function readComments() {
  const files = readdirSync(controlFolder).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const found = files.flatMap((name) => COMMENT.exec(readFileSync(new URL(name, controlFolder), "utf8")) ?? []);
  const comments = new Map();
  for (let index = 0; index < found.length; index += 3) {
    const lines = found[index + 1].split("\n").map((line) => line.replace(/^ \* ?/, ""));
    comments.set(found[index + 2], lines);
  }
  return comments;
}

/** Reads a comment: sentences, an empty line, then fields: a name, and lines of text. */
function readComment(lines) {
  const gap = lines.indexOf("");
  const facts = [];
  for (const line of lines.slice(gap + 1)) {
    const [, name, text] = FIELD.exec(line) ?? [];
    if (name === undefined) facts.at(-1)?.lines.push(line.trim());
    else facts.push({ name, lines: [text] });
  }
  return {
    summary: lines.slice(0, gap).join(" "),
    facts: facts.filter(({ name, lines }) => name !== "Source" && lines[0]),
  };
}

/** What the generated file holds: an entry for every control, in the order in which Kubernetes evaluates them. */
export function generateControls() {
  const comments = readComments();
  return CONTROLS.map(({ id, level, behaviours }) => {
    const comment = comments.get(id);
    if (comment === undefined) throw new Error(`no comment above the control ${id}`);
    const [passing, failing] = [exampleOf(id, "pass"), exampleOf(id, "fail")];
    const { violations } = evaluate(failing, {}, [], { standards: { enforce: level } });
    const { message } = violations.find(({ rule }) => rule === id);
    const examples = { passing: dump(passing), failing: dump(failing), message };
    return { id, level, since: `v1.${behaviours[0].since}`, ...readComment(comment), ...examples };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(generatedFile, `${JSON.stringify(generateControls(), undefined, 2)}\n`);
