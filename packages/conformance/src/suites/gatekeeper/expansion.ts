import { expand, implyResults, readExpansionTemplates, readMutators } from "@ostiary/gatekeeper";
import { canonicalJson } from "../../canonical-json.js";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

interface Line {
  readonly name: string;
  readonly op: string;
}

interface ExpandLine {
  readonly object: unknown;
  readonly namespace: unknown;
  readonly templates: readonly unknown[];
  readonly mutators: readonly unknown[];
  /** `null` where the expansion fails. */
  readonly expect: readonly unknown[] | null;
  readonly error?: string;
  readonly message?: string;
}

/** The order of what is made is not defined. */
const inAnyOrder = (objects: readonly unknown[]): readonly string[] => objects.map(canonicalJson).sort();

const judgeExpand = ({ object, namespace, expect, error, message, ...line }: ExpandLine): Outcome => {
  const { templates } = readExpansionTemplates(line.templates);
  const { mutators } = readMutators(line.mutators, { schema: "ignore", numbers: "cluster" });
  const outcome = expand(object, { namespace, templates, mutators, id: "<uuid>" });
  if (!outcome.ok) return compare({ error: outcome.error.code, message: outcome.error.message }, { error, message });
  const made = outcome.value.map(({ source: _source, ...expanded }) => expanded);
  return compare({ made: inAnyOrder(made), error: undefined }, { made: expect && inAnyOrder(expect), error });
};

interface ValidateLine {
  readonly template: unknown;
  readonly expect: boolean;
  readonly message?: string;
}

const judgeValidate = ({ template, expect, message }: ValidateLine): Outcome => {
  const [problem] = readExpansionTemplates([template]).problems;
  return compare({ accepted: problem === undefined, message: problem?.message }, { accepted: expect, message });
};

interface CyclesLine {
  readonly templates: readonly unknown[];
  /** Of every template, whether adding it fails. */
  readonly upsertErrors: readonly boolean[];
  readonly expect: readonly string[];
}

const judgeCycles = (line: CyclesLine): Outcome => {
  const { problems, templates } = readExpansionTemplates(line.templates);
  const refused = line.templates.map((_template, index) => problems.some(({ document }) => document === index));
  const disabled = [...templates.disabled].map(({ name }) => name).sort();
  return compare({ refused, disabled }, { refused: line.upsertErrors, disabled: line.expect });
};

interface AggregateLine {
  readonly template: string;
  readonly parent: readonly string[];
  readonly child: readonly string[];
  readonly expect: readonly string[];
}

const judgeAggregate = ({ template, parent, child, expect }: AggregateLine): Outcome => {
  const results = child.map((message) => ({ message, enforcementAction: "deny" }));
  const implied = implyResults({ template, enforcementAction: "" }, results);
  return compare({ messages: [...parent, ...implied.map(({ message }) => message)] }, { messages: expect });
};

interface OverrideLine {
  readonly action: string;
  readonly results: readonly { readonly msg: string; readonly enforcementAction: string }[];
  readonly expect: OverrideLine["results"];
}

const judgeOverride = ({ action, results, expect }: OverrideLine): Outcome => {
  const given = results.map(({ msg, enforcementAction }) => ({ message: msg, enforcementAction }));
  const implied = implyResults({ template: "", enforcementAction: action }, given);
  const actions = implied.map(({ enforcementAction }) => enforcementAction);
  return compare({ actions }, { actions: expect.map(({ enforcementAction }) => enforcementAction) });
};

const JUDGES: Readonly<Record<string, (line: never) => Outcome>> = {
  expand: judgeExpand,
  "validate-template": judgeValidate,
  "template-cycles": judgeCycles,
  aggregate: judgeAggregate,
  "override-enforcement-action": judgeOverride,
};

const judge = (line: Line): Outcome => {
  const judgeLine = JUDGES[line.op];
  // The collection describes what the lines of each operation hold.
  return judgeLine?.(line as never) ?? { kind: "skipped", reason: `nobody reads ${line.op} yet` };
};

/** The cases about ExpansionTemplates: their validation, their cycles, what they make, and what becomes of its violations. */
export const expansion: CaseFile = {
  names: /^expansion\.jsonl$/,
  list: caseEachLine<Line>(({ name, op }) => `${name} ${op}`, judge),
};
