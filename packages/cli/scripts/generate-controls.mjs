// Writes src/explain/controls.generated.json: what `ostiary explain` says, from the comment above each control and the fixtures.
// Run it with `pnpm --filter ostiary generate` after a control has changed; a test tells when that was forgotten.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate } from "@ostiary/core";
import { exampleOf } from "@ostiary/fixtures";
import { CONTROLS } from "@ostiary/rules";
import { dump } from "js-yaml";
import { commentsIn, readComment } from "./read-comment.mjs";

const controlFolder = new URL("../../rules/src/pod-security/", import.meta.url);

/** Where the generated data lies. */
export const generatedFile = new URL("../src/explain/controls.generated.json", import.meta.url);

/** The comments above the controls, by the control's id. */
function readComments() {
  const comments = new Map();
  for (const { lines, below } of commentsIn(controlFolder)) {
    const [, id] = /^export const \w+: Control = \{\n {2}id: "(\w+)"/.exec(below) ?? [];
    if (id !== undefined) comments.set(id, readComment(lines));
  }
  return comments;
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
    return { id, level, since: `v1.${behaviours[0].since}`, ...comment, ...examples };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(generatedFile, `${JSON.stringify(generateControls(), undefined, 2)}\n`);
