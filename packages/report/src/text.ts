import type { Action } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";
import { distinctViolations } from "./distinct-violations.js";
import { explainDecision } from "./explain.js";
import { titleObject } from "./object-title.js";
import { type Paint, type Style, unpainted } from "./paint.js";
import { drawPlace, indentText, renderHeading, type TextLayout, titlePlace } from "./place-text.js";
import type { FileProblem, Renderer, Summary } from "./renderer.js";
import { renderProblem, renderViolation } from "./violation-text.js";
import { clip, showControls } from "./visible-text.js";

/** How text for people is made. */
export interface TextOptions {
  /** Columns of a line. Default: 80. Infinite when nothing shall be wrapped; excerpts are limited nevertheless. */
  readonly width?: number;
  /** Gives the text colours. Default: none. */
  readonly paint?: Paint;
  /** Says of every object why each rule passed, where the decisions were made with `explain`. Default: false. */
  readonly explain?: boolean;
}

const DEFAULT_WIDTH = 80;

/** How many of each there are in the text. */
type Shown = Record<Action | "problem", number>;

/**
 * Creates the renderer for people: per object what is wrong, each place with its source line and carets, and what would be
 * allowed there; one summary line. Objects about which there is nothing to say are left out. A violation that only repeats
 * what a stricter one says is shown once. Nothing in the output acts on a terminal but what `paint` adds.
 */
export const createTextRenderer = (options: TextOptions = {}): Renderer => {
  const layout: TextLayout = { width: options.width ?? DEFAULT_WIDTH, paint: options.paint ?? unpainted };
  const shown: Shown = { deny: 0, warn: 0, dryrun: 0, problem: 0 };
  return {
    begin: () => "",
    object: (entry) => {
      const distinct = distinctViolations(entry.decision.violations);
      for (const { violation } of distinct) shown[violation.action]++;
      shown.problem += entry.decision.problems.length;
      const blocks = [
        ...entry.decision.problems.map((problem) => renderProblem(problem, entry, layout)),
        ...distinct.map((violation) => renderViolation(violation, entry, layout)),
      ];
      if (options.explain === true) blocks.push(explainDecision(entry, layout));
      const filled = blocks.filter((lines) => lines.length > 0);
      return filled.length === 0 ? "" : joinBlocks([renderTitle(entry, layout), ...filled]);
    },
    problem: (problem) => joinBlocks([renderFileProblem(problem, layout)]),
    end: (summary) => `${renderSummary(summary, shown, layout)}\n`,
  };
};

const joinBlocks = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n")
    .concat("\n");

const VERDICTS = {
  denied: { style: "error", words: "refused" },
  warned: { style: "warning", words: "admitted with warnings" },
  clean: { style: "success", words: "admitted" },
} as const satisfies Record<string, { readonly style: Style; readonly words: string }>;

const verdictOf = ({ decision }: CheckedObject): keyof typeof VERDICTS => {
  if (!decision.allowed) return "denied";
  return decision.violations.some(({ action }) => action === "warn") ? "warned" : "clean";
};

const renderTitle = (entry: CheckedObject, layout: TextLayout): readonly string[] => {
  const { style, words } = VERDICTS[verdictOf(entry)];
  const title = layout.paint("heading", showControls(clip(titleObject(entry))));
  const place = layout.paint("place", titlePlace(entry.file, { line: entry.line }));
  const origin =
    entry.source === undefined ? [] : indentText(`from ${showControls(clip(entry.source))}`, "  ", "faint", layout);
  return [`${place} ${title}: ${layout.paint(style, words)}`, ...origin, ...renderNotes(entry, layout)];
};

/** Where a cluster does otherwise than refuse this very object. */
const renderNotes = ({ decision }: CheckedObject, layout: TextLayout): readonly string[] => {
  const applied = decision.allowed ? [] : decision.considered.filter(({ outcome }) => outcome === "applied");
  const notes = applied.flatMap(({ note }) => (note === undefined ? [] : [note]));
  return [...new Set(notes)].flatMap((note) => indentText(note, "  ", "faint", layout));
};

const renderFileProblem = (problem: FileProblem, layout: TextLayout): readonly string[] => [
  layout.paint("place", titlePlace(problem.file, problem)),
  ...renderHeading(
    { word: problem.severity, style: problem.severity, name: problem.code, message: problem.message },
    "  ",
    layout,
  ),
  ...drawFileProblem(problem, layout),
];

const drawFileProblem = ({ line, column, severity, excerpt }: FileProblem, layout: TextLayout): readonly string[] => {
  if (line === undefined || column === undefined || excerpt === undefined) return [];
  return drawPlace(excerpt(), { line, column, endLine: line, endColumn: column + 1 }, severity, layout);
};

const count = (amount: number, noun: string): string => `${amount} ${amount === 1 ? noun : `${noun}s`}`;

const renderSummary = (
  { files, policies, objects, denied, warned, known, problems }: Summary,
  shown: Readonly<Shown>,
  layout: TextLayout,
): string => {
  const by = policies === undefined ? "" : ` by ${count(policies, "policy document")}`;
  const parts = [
    `${count(objects, "object")} in ${count(files, "file")}${by}: ${denied} refused, ${warned} admitted with warnings`,
    `${count(shown.deny, "error")}, ${count(shown.warn, "warning")}`,
    ...(shown.dryrun === 0 ? [] : [count(shown.dryrun, "notice")]),
    ...(known === undefined ? [] : [`${count(known, "known violation")} left out`]),
    ...(shown.problem === 0 ? [] : [count(shown.problem, "problem")]),
    ...(problems.error + problems.warning === 0
      ? []
      : [`with files: ${count(problems.error, "error")}, ${count(problems.warning, "warning")}`]),
  ];
  return layout.paint(summaryStyle(denied + problems.error, warned + problems.warning), parts.join("; "));
};

const summaryStyle = (errors: number, warnings: number): Style => {
  if (errors > 0) return "error";
  return warnings > 0 ? "warning" : "success";
};
