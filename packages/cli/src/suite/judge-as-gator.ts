import {
  type ClientResult,
  type LoadedTest,
  loadExpander,
  loadTest,
  type Outcome,
  reviewGatorCase,
} from "@ostiary/gatekeeper";
import { suiteFolder } from "../gator/suite-folder.js";
import type { CaseJudge, PrepareJudge, Verdict } from "./case-judge.js";
import { suiteEngines } from "./suite-engines.js";
import type { Source } from "./suite-model.js";

/**
 * Prepares a test as `gator verify` does: the object is seen without a Namespace, and nothing is known of who asks for what.
 *
 * @returns why no case can be run, in gator's words
 */
export const judgeAsGator: PrepareJudge = (test, { path }, { watch }) => {
  const files = suiteFolder(path);
  const [template = "", constraint = ""] = [...test.templates, ...test.constraints].map(asPath);
  const loaded = loadTest(
    { template, constraint },
    { files, engines: suiteEngines({ ...(watch !== undefined && { watch }) }) },
  );
  if (!loaded.ok) return loaded;
  const expander = loadExpander(asPath(test.expansions[0]), { files });
  if (!expander.ok) return expander;
  const ready: LoadedTest = { ...loaded.value, expander: expander.value };
  const judge: CaseJudge["judge"] = ({ object, inventory, assertions }) =>
    describe(reviewGatorCase({ object: asPath(object), inventory: inventory.map(asPath), assertions }, ready, files));
  return { ok: true, value: { judge } };
};

/** In suites of gator all sources are paths. */
const asPath = (source: Source | undefined): string => (typeof source === "string" ? source : "");

const describe = (outcome: Outcome<readonly ClientResult[]>): Outcome<Verdict> => {
  if (!outcome.ok) return outcome;
  const violations = outcome.value.map(({ message, constraint, enforcementAction }) => ({
    policy: constraint.name,
    rule: constraint.kind,
    action: enforcementAction,
    message,
  }));
  return { ok: true, value: { violations } };
};
