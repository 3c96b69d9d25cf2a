import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { CONTROL_TEXTS, type ControlText } from "../explain/controls.js";
import { nearestNames } from "../explain/nearest-names.js";
import type { Surroundings } from "../surroundings.js";
import { paintForTerminal, wantsColour } from "../terminal.js";
import { UsageError } from "../usage-error.js";

/** The longest name of a control that is looked up: what is longer is no typing error. */
const LONGEST_NAME = 100;
const HELP = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

/**
 * `ostiary explain`: says what a control asks, since when, with a passing and a failing example.
 *
 * @param name - the control's id, upper or lower case; all controls are listed without one
 * @throws {@link UsageError} when there is no such control
 */
export const explain = (name: string | undefined, { standardOutput, environment }: Surroundings): ExitCode => {
  const isColoured = wantsColour(standardOutput, environment);
  const emphasize = (text: string): string => (isColoured ? paintForTerminal("heading", text) : text);
  const text = name === undefined ? listControls(emphasize) : describe(findControl(name), emphasize);
  standardOutput.write(text);
  return EXIT_CODE.clean;
};

const findControl = (name: string): ControlText => {
  const found = CONTROL_TEXTS.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const shown = name.slice(0, LONGEST_NAME);
  const near = nearestNames(
    shown,
    CONTROL_TEXTS.map(({ id }) => id),
  );
  const suggestion = near.length === 0 ? "`ostiary explain` lists all" : `did you mean ${near.join(" or ")}?`;
  throw new UsageError(`no control \`${shown}\`: ${suggestion}`);
};

type Emphasis = (text: string) => string;

const listControls = (emphasize: Emphasis): string => {
  const width = Math.max(...CONTROL_TEXTS.map(({ id }) => id.length));
  const levels = [...new Set(CONTROL_TEXTS.map(({ level }) => level))];
  return levels
    .map((level) => {
      const controls = CONTROL_TEXTS.filter((control) => control.level === level);
      const lines = controls.map(({ id, since, summary }) => `  ${id.padEnd(width)}  ${since.padEnd(5)}  ${summary}`);
      return `${emphasize(level)}\n${lines.join("\n")}\n`;
    })
    .join("\n");
};

const describe = (control: ControlText, emphasize: Emphasis): string => {
  const width = Math.max(...control.facts.map(({ name }) => name.length));
  const facts = control.facts.flatMap(({ name, lines }) =>
    lines.map((line, index) => `  ${(index === 0 ? name : "").padEnd(width)}  ${line}`),
  );
  return [
    `${emphasize(control.id)} (${control.level}, since ${control.since})`,
    control.summary,
    "",
    ...facts,
    "",
    emphasize("A pod that passes:"),
    indent(control.passing),
    emphasize("A pod that fails:"),
    indent(control.failing),
    `  ${control.message}`,
    "",
    `${HELP}#${control.level}`,
    "",
  ].join("\n");
};

const indent = (text: string): string => text.replace(/^(?=.)/gm, "  ");
