import type { Action } from "@ostiary/core";
import type { CheckedObject, Position } from "./checked-object.js";
import { distinctViolations } from "./distinct-violations.js";
import { describeFinding } from "./finding-text.js";
import { titleObject } from "./object-title.js";
import { beginningOf, listPlaces } from "./place-list.js";
import type { FileProblem, Renderer } from "./renderer.js";
import { clip, showControls } from "./visible-text.js";

/** One annotation of a file. */
export interface Annotation {
  readonly command: "error" | "warning" | "notice";
  readonly file: string;
  readonly position?: Partial<Position>;
  readonly title: string;
  readonly message: string;
}

const COMMANDS = { deny: "error", warn: "warning", dryrun: "notice" } as const satisfies Record<
  Action,
  Annotation["command"]
>;

/**
 * Creates the renderer for GitHub Actions: a workflow command for each place of a violation and for each problem, which
 * GitHub shows at the lines of a change. Violations that only repeat a stricter one are left out.
 */
export const createGithubRenderer = (): Renderer => ({
  begin: () => "",
  object: (entry) => annotate(entry).map(writeAnnotation).join(""),
  problem: (problem) => writeAnnotation(annotateFile(problem)),
  end: () => "",
});

const annotate = (entry: CheckedObject): readonly Annotation[] => [
  ...entry.decision.problems.map(({ code, message, effect, position }) => ({
    command: effect === "deny" ? ("error" as const) : ("warning" as const),
    file: entry.file,
    position: position ?? beginningOf(entry),
    title: `${titleObject(entry)}: ${code}`,
    message,
  })),
  ...distinctViolations(entry.decision.violations).flatMap((distinct) =>
    listPlaces(distinct, entry).map(({ finding, position }) => ({
      command: COMMANDS[distinct.violation.action],
      file: entry.file,
      position,
      title: `${titleObject(entry)}: ${distinct.violation.rule}`,
      message: [distinct.violation.message, ...(finding === undefined ? [] : [describeFinding(finding)])].join("\n"),
    })),
  ),
];

const annotateFile = ({ file, line, column, message, severity, code = "unreadable" }: FileProblem): Annotation => ({
  command: severity,
  file,
  position: { ...(line !== undefined && { line }), ...(column !== undefined && { column }) },
  title: code,
  message,
});

/** Writes an annotation as a workflow command. Nothing in it acts on whoever reads the log. */
export const writeAnnotation = ({ command, file, position = {}, title, message }: Annotation): string => {
  const properties = Object.entries({ file, ...placeOf(position), title })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${command} ${properties}::${escapeData(message)}\n`;
};

/** GitHub refuses columns of a place that goes over several lines. */
const placeOf = ({ line, column, endLine, endColumn }: Partial<Position>): Readonly<Record<string, number>> => ({
  ...(line !== undefined && { line }),
  ...(column !== undefined && (endLine ?? line) === line && { col: column }),
  ...(endLine !== undefined && { endLine }),
  ...(endColumn !== undefined && endLine === line && { endColumn }),
});

/** Line breaks are kept, all other control characters would act on whoever reads the log. */
const escapeData = (text: string): string =>
  clip(text)
    .replaceAll("%", "%25")
    .split(/\r\n|\r|\n/)
    .map(showControls)
    .join("%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
