import { CONTROLS, type RestrictingLevel } from "@ostiary/rules";
import { CONTROL_TEXTS, type ControlText } from "../../packages/cli/src/explain/controls.js";
import { answerOf, casesOf, checkOf } from "./control-evidence.js";
import { CONTROL_FIXES } from "./control-fixes.js";
import { type ControlState, nameVersions, stateAt, turningPoints, versionRanges } from "./control-versions.js";
import { describeFact } from "./facts.js";
import { block, code, type Page, plain, table } from "./page.js";

const LEVELS: readonly RestrictingLevel[] = ["baseline", "restricted"];
const STANDARDS = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

/** A page for every control, and an index. */
export const controlPages = (): readonly Page[] => [
  { path: "controls/index.md", text: describeAll() },
  ...CONTROL_TEXTS.map((control) => ({ path: `controls/${control.id}.md`, text: describe(control) })),
];

const linkTo = (controlId: string): string => `[${code(controlId)}](./${controlId}.md)`;

const describeAll = (): string => `# Pod Security controls

The ${CONTROLS.length} controls of the Kubernetes [Pod Security Standards](${STANDARDS}), each with a page of its own: what it asks, at
which versions, with examples and the words that Kubernetes has for it. The level \`restricted\` asks what \`baseline\` asks, or puts
a stricter control in its place, and adds controls of its own. These pages are made from the controls themselves and their
fixtures.

${table(
  ["control", "level", "since", "asks"],
  CONTROL_TEXTS.map(({ id, level, since, summary }) => [linkTo(id), level, since, plain(summary)]),
)}

${LEVELS.map(describeLevel).join("\n\n")}
`;

const describeLevel = (level: RestrictingLevel): string => {
  const versions = turningPoints(level);
  const controls = CONTROL_TEXTS.filter((control) => level === "restricted" || control.level === "baseline");
  const rows = controls.map(({ id }) => [
    linkTo(id),
    ...versions.map((version) => summarizeState(stateAt(id, level, version))),
  ]);
  return `## Versions of ${level}

A column holds from its version up to the next column; only versions at which something changes are shown. The number tells how the
control behaves, counted on its page; → stands for a restricted control that takes its place.

${table(["control", ...versions.map((version) => `v1.${version}`)], rows)}`;
};

const summarizeState = (state: ControlState): string => {
  if (state === "not asked") return "";
  return "behaviour" in state ? String(state.behaviour) : "→";
};

const describe = (control: ControlText): string => {
  const level = levelOf(control);
  const sections = [
    `# ${control.id}`,
    plain(control.summary),
    table(["", ""], [["Level", level], ...control.facts.map(describeFact)]),
    "## Versions",
    table(
      ["level", "Kubernetes", "asked"],
      LEVELS.flatMap((asking) => describeVersions(control, asking)),
    ),
    "## What to do",
    CONTROL_FIXES[control.id] ?? "",
    "## A pod that passes",
    block("yaml", control.passing),
    "## A pod that fails",
    block("yaml", control.failing),
    `In a namespace that enforces ${code(level)}, Kubernetes answers:`,
    block("text", answerOf(control.failing, level)),
    `${code(`ostiary check --level ${level}`)} says:`,
    block("text", checkOf(control.failing, level)),
    "## Cases",
    "The fixtures of this control: each is the smallest pod that the level allows, plus one change.",
    ...describeCases(control.id, level),
  ];
  return `${sections.join("\n\n")}\n`;
};

const levelOf = ({ id }: ControlText): RestrictingLevel =>
  CONTROLS.find((control) => control.id === id)?.level ?? "baseline";

const describeVersions = ({ id }: ControlText, level: RestrictingLevel): readonly (readonly string[])[] =>
  versionRanges(id, level).map((range) => [level, nameVersions(range), describeState(range.state)]);

const describeState = (state: ControlState): string => {
  if (state === "not asked") return "no";
  return "behaviour" in state ? `behaviour ${state.behaviour}` : `${linkTo(state.replacedBy)} in its place`;
};

const describeCases = (controlId: string, level: RestrictingLevel): readonly string[] =>
  versionRanges(controlId, level).flatMap(({ from, to, state }) => {
    if (state === "not asked" || !("behaviour" in state)) return [];
    const rows = casesOf(controlId, level, to).map(({ name, messages }) => [
      plain(name),
      messages.length === 0 ? "passes" : messages.map(plain).join("\n"),
    ]);
    return [`### Behaviour ${state.behaviour}: ${nameVersions({ from, to })}`, table(["pod", "Kubernetes"], rows)];
  });
