import type { Action, Violation } from "@ostiary/core";
import type { CheckedObject, Position, PositionedFinding, PositionedProblem } from "./checked-object.js";
import { displayWidth } from "./display-cells.js";
import type { DistinctViolation } from "./distinct-violations.js";
import { listAllowed, nameField } from "./finding-text.js";
import { titleConstraint, titlePolicy } from "./object-title.js";
import type { Style } from "./paint.js";
import { markedPosition } from "./place-list.js";
import { drawPlace, indentText, renderHeading, type TextLayout, titlePlace } from "./place-text.js";
import { clip, showControls } from "./visible-text.js";

const INDENTATION = "  ";
/** Where the source begins in an excerpt, behind the gutter. */
const UNDER_SOURCE = " ".repeat(8);

/** What a violation is called, by what it does. */
const ACTION_STYLES = { deny: "error", warn: "warning", dryrun: "notice" } as const satisfies Record<Action, Style>;

const ACTION_VERBS = { deny: "denies", warn: "warns", dryrun: "records" } as const satisfies Record<Action, string>;

/** Renders a violation as lines for people. */
export const renderViolation = (
  { violation, repeated }: DistinctViolation,
  entry: CheckedObject,
  layout: TextLayout,
): readonly string[] => {
  const style = ACTION_STYLES[violation.action];
  const policies = [violation, ...repeated].map(describePolicy);
  return [
    ...renderHeading({ word: style, style, name: violation.rule, message: violation.message }, INDENTATION, layout),
    ...violation.findings.flatMap((finding) => renderFinding(finding, style, entry, layout)),
    ...indentText(policies.join(", "), INDENTATION, "faint", layout),
    ...(violation.help === undefined ? [] : indentText(violation.help, INDENTATION, "link", layout)),
  ];
};

/** A constraint that is itself the policy is not named twice. */
const describePolicy = ({ policy, action, constraint }: Violation): string => {
  const title = `${titlePolicy(policy)} ${ACTION_VERBS[action]}`;
  const isNamed = constraint === undefined || (constraint.kind === policy.kind && constraint.name === policy.name);
  return isNamed ? title : `${title} by ${titleConstraint(constraint)}`;
};

/** Renders a problem of a decision, which is no violation and is not called one, as lines for people. */
export const renderProblem = (
  problem: PositionedProblem,
  entry: CheckedObject,
  layout: TextLayout,
): readonly string[] => {
  const { code, message, effect, position } = problem;
  const style = effect === "deny" ? "error" : "warning";
  const heading = renderHeading({ word: "problem", style, name: code, message }, INDENTATION, layout);
  return position === undefined ? heading : [...heading, ...renderPlace(position, "", style, entry, layout)];
};

const renderFinding = (
  finding: PositionedFinding,
  style: Style,
  entry: CheckedObject,
  layout: TextLayout,
): readonly string[] => {
  const what = nameField(finding);
  const place =
    finding.position === undefined
      ? indentText(what, INDENTATION, "faint", layout)
      : renderPlace(markedPosition(finding, finding.position), what, style, entry, layout);
  if (finding.allowed === undefined) return place;
  return [...place, ...indentText(`allowed: ${listAllowed(finding.allowed)}`, UNDER_SOURCE, "success", layout)];
};

const renderPlace = (
  position: Position,
  what: string,
  style: Style,
  entry: CheckedObject,
  layout: TextLayout,
): readonly string[] => {
  const lines = entry.excerpt({ ...position, endLine: position.line });
  return [...renderWhere(titlePlace(entry.file, position), what, layout), ...drawPlace(lines, position, style, layout)];
};

/** Place and path on one line, if they fit. */
const renderWhere = (where: string, what: string, { width, paint }: TextLayout): readonly string[] => {
  const place = `${INDENTATION}${paint("place", where)}`;
  if (what === "") return [place];
  const about = showControls(clip(what));
  const fits = displayWidth(where) + displayWidth(about) + 2 * INDENTATION.length <= width;
  const path = `${INDENTATION}${paint("faint", about)}`;
  return fits ? [`${place}${path}`] : [place, path];
};
