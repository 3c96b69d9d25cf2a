import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";
import { MUTATION_LANGUAGES } from "./mutation-languages.js";
import { MUTATION_RUNS } from "./mutation-runs.js";
import { SCHEMA_CONFLICTS } from "./schema-conflicts.js";

/** An operation and the real engine's answer; what else is in a line depends on the operation. */
interface Line {
  readonly name: string;
  readonly op: string;
}

/** Who judges which operation. */
const JUDGES: Readonly<Record<string, (line: never) => Outcome>> = {
  ...MUTATION_LANGUAGES,
  ...MUTATION_RUNS,
  ...SCHEMA_CONFLICTS,
};

const judge = (line: Line): Outcome => {
  const judgeLine = JUDGES[line.op];
  // The collection describes what the lines of each operation hold.
  return judgeLine?.(line as never) ?? { kind: "skipped", reason: `nobody reads ${line.op} yet` };
};

/** The cases about mutators: their small languages, each of the four kinds, and the system that runs them. */
export const mutation: CaseFile = {
  names: /^(assign|assignmetadata|modifyset|assignimage|mutation-(path-parser|system|random))\.jsonl$/,
  list: caseEachLine<Line>(({ name, op }) => `${name} ${op}`, judge),
};
