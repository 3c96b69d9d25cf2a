import type { Action } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";
import { type DistinctViolation, distinctViolations } from "./distinct-violations.js";
import { describeFinding } from "./finding-text.js";
import { codeSpan } from "./markdown-code.js";
import { titleConstraint, titleObject, titlePolicy } from "./object-title.js";
import { listPlaces, type Place } from "./place-list.js";
import type { FileProblem, Renderer, Summary } from "./renderer.js";
import { isWebAddress } from "./web-address.js";

/** How Markdown is made. */
export interface MarkdownOptions {
  /** About how long the text may become, in UTF-16 code units. Default: 60,000, as a comment on GitHub holds 65,536. */
  readonly length?: number;
}

const DEFAULT_LENGTH = 60_000;

const MARKS = { deny: "❌", warn: "⚠️", dryrun: "ℹ️" } as const satisfies Record<Action, string>;

/**
 * Creates the renderer for comments on pull requests: GitHub's Markdown. Whatever comes from the manifests stands in code
 * spans, where nothing is a link, a mention or HTML. What would make the comment too long is only counted.
 */
export const createMarkdownRenderer = ({ length = DEFAULT_LENGTH }: MarkdownOptions = {}): Renderer => {
  let left = length;
  let omitted = 0;
  const limit = (text: string): string => {
    if (text.length > left) {
      omitted++;
      return "";
    }
    left -= text.length;
    return text;
  };
  return {
    begin: () => "## Ostiary\n\n",
    object: (entry) => limit(renderObject(entry)),
    problem: (problem) => limit(renderFileProblem(problem)),
    end: (summary) => `${omitted === 0 ? "" : `${omitted} more are left out here.\n\n`}${renderSummary(summary)}\n`,
  };
};

const renderObject = (entry: CheckedObject): string => {
  const { problems, violations, allowed } = entry.decision;
  const items = [
    ...problems.map(
      ({ code, message, effect }) =>
        `- ${MARKS[effect === "deny" ? "deny" : "warn"]} ${codeSpan(code)}: ${codeSpan(message)}`,
    ),
    ...distinctViolations(violations).map((distinct) => renderViolation(distinct, entry)),
  ];
  if (items.length === 0) return "";
  const origin = entry.source === undefined ? "" : ` from ${codeSpan(entry.source)}`;
  const verdict = allowed ? "admitted" : "**refused**";
  return `${codeSpan(titleObject(entry))} in ${codeSpan(`${entry.file}:${entry.line}`)}${origin}: ${verdict}\n\n${items.join("\n")}\n\n`;
};

const renderViolation = (distinct: DistinctViolation, entry: CheckedObject): string => {
  const { rule, action, message, help, policy, constraint } = distinct.violation;
  const by = constraint === undefined ? "" : ` by ${codeSpan(titleConstraint(constraint))}`;
  const link = help !== undefined && isWebAddress(help) ? ` ([help](<${help}>))` : "";
  return [
    `- ${MARKS[action]} ${codeSpan(rule)} of ${codeSpan(titlePolicy(policy))}${by}${link}: ${codeSpan(message)}`,
    ...listPlaces(distinct, entry).map((place) => `  - ${renderPlace(place, entry)}`),
  ].join("\n");
};

const renderPlace = ({ finding, position }: Place, { file }: CheckedObject): string => {
  const place = codeSpan(`${file}:${position.line}:${position.column}`);
  if (finding === undefined) return place;
  return `${place} ${codeSpan(describeFinding(finding))}`;
};

const renderFileProblem = ({ file, line, column, message, severity }: FileProblem): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${MARKS[severity === "error" ? "deny" : "warn"]} ${codeSpan(place)}: ${codeSpan(message)}\n\n`;
};

const renderSummary = ({ files, objects, denied, warned, known, problems }: Summary): string =>
  [
    "| files | objects | refused | admitted with warnings | problems with files |",
    "| ---: | ---: | ---: | ---: | ---: |",
    `| ${files} | ${objects} | ${denied} | ${warned} | ${problems.error} |`,
    ...(known === undefined ? [] : ["", `Known violations that are left out: ${known}`]),
  ].join("\n");
