import type { Action } from "@ostiary/core";
import type { CheckedObject, PositionedProblem } from "./checked-object.js";
import { type DistinctViolation, distinctViolations } from "./distinct-violations.js";
import { beginJsonList } from "./json-list.js";
import { writeJson } from "./json-text.js";
import { beginningOf, listPlaces, type Place } from "./place-list.js";
import type { FileProblem, Renderer } from "./renderer.js";
import { locateInFile, locatePlace } from "./sarif-location.js";
import { createRuleIndex, type RuleDescription, type RuleIndex } from "./sarif-rules.js";
import { escapeSarifText, fingerprint } from "./sarif-text.js";

/** How a SARIF log is made. */
export interface SarifOptions {
  /** Version of the tool that the log names, as semantic versioning has it. Default: none. */
  readonly version?: string;
  /** Describes a rule. Default: rules are described by the reason and the link of their violations. */
  readonly describeRule?: (rule: string) => RuleDescription | undefined;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const LEVELS = { deny: "error", warn: "warning", dryrun: "note" } as const satisfies Record<Action, string>;

/**
 * Creates the renderer for SARIF 2.1.0, as code scanning takes it: a result for each place of a violation, and one for each
 * problem of a decision; problems with files are notifications of the tool. Violations that only repeat a stricter one are
 * left out. Rules and notifications are held until the end, results are not.
 */
export const createSarifRenderer = (options: SarifOptions = {}): Renderer => {
  const rules = createRuleIndex(options.describeRule);
  const notifications: unknown[] = [];
  const writeResult = beginJsonList();
  return {
    begin: () => `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    object: (entry) => listResults(entry, rules).map(writeResult).join(""),
    problem: (problem) => {
      notifications.push(notify(problem));
      return "";
    },
    end: ({ problems }) => {
      const tool = { driver: { name: "ostiary", ...describeVersion(options), rules: rules.list() } };
      const invocation = { executionSuccessful: problems.error === 0, toolExecutionNotifications: notifications };
      return `\n],"tool":${writeJson(tool)},"invocations":[${writeJson(invocation)}]}]}\n`;
    },
  };
};

const describeVersion = ({ version }: SarifOptions) =>
  version === undefined ? {} : { version, semanticVersion: version };

const listResults = (entry: CheckedObject, rules: RuleIndex): readonly unknown[] => [
  ...entry.decision.problems.map((problem) => describeProblem(problem, entry, rules)),
  ...distinctViolations(entry.decision.violations).flatMap((distinct) =>
    listPlaces(distinct, entry).map((place) => describeViolation(distinct, place, entry, rules)),
  ),
];

const describeViolation = (
  { violation, repeated }: DistinctViolation,
  place: Place,
  entry: CheckedObject,
  rules: RuleIndex,
) => ({
  ruleId: violation.rule,
  ruleIndex: rules.add({ id: violation.rule, reason: violation.reason, help: violation.help }),
  level: LEVELS[violation.action],
  message: { text: escapeSarifText(violation.message) },
  locations: [locatePlace(entry, place)],
  partialFingerprints: fingerprint(entry, violation.rule, place.finding?.path),
  properties: {
    policies: [violation, ...repeated].map(({ policy, action, constraint }) => ({
      ...policy,
      action,
      ...(constraint !== undefined && { constraint }),
    })),
    found: place.finding?.found,
    allowed: place.finding?.allowed,
  },
});

const describeProblem = (problem: PositionedProblem, entry: CheckedObject, rules: RuleIndex) => ({
  ruleId: problem.code,
  ruleIndex: rules.add({ id: problem.code, reason: undefined, help: undefined }),
  level: problem.effect === "deny" ? "error" : "warning",
  message: { text: escapeSarifText(problem.message) },
  locations: [locatePlace(entry, { position: problem.position ?? beginningOf(entry) })],
  partialFingerprints: fingerprint(entry, problem.code, problem.path),
});

const notify = ({ severity, code, message, ...place }: FileProblem) => ({
  level: severity,
  ...(code !== undefined && { descriptor: { id: code } }),
  message: { text: escapeSarifText(message) },
  locations: [locateInFile(place)],
});
