import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { setInColumns } from "../explain/columns.js";
import { CONTROL_TEXTS } from "../explain/controls.js";
import { FIELD_TEXTS } from "../explain/fields.js";
import { nearestNames } from "../explain/nearest-names.js";
import { type Emphasis, renderControl } from "../explain/render-control.js";
import { renderField } from "../explain/render-field.js";
import type { Surroundings } from "../surroundings.js";
import { paintForTerminal, wantsColour } from "../terminal.js";
import { UsageError } from "../usage-error.js";

/** A field that more are about, as `containers`, tells nothing. */
const MOST_ABOUT = 6;

/** The longest name that is looked up: what is longer is no typing error. */
const LONGEST_NAME = 100;

/** The names of everything that can be explained. */
export const EXPLAINED: readonly string[] = [...new Set([...CONTROL_TEXTS, ...FIELD_TEXTS].map(({ id }) => id))];

/** What the command line of `ostiary explain` says, as written. */
export interface ExplainFlags {
  /** One of the releases that are known. */
  readonly release?: string;
}

/**
 * `ostiary explain`: says what a control or a field of a policy asks, since when, with a passing and a failing example.
 *
 * @param name - the control's id or the field's name, upper or lower case; all are listed without one
 * @throws {@link UsageError} when there is neither
 */
export const explain = (
  name: string | undefined,
  { release }: ExplainFlags,
  { standardOutput, environment }: Surroundings,
): ExitCode => {
  const isColoured = wantsColour(standardOutput, environment);
  const emphasize = (text: string): string => (isColoured ? paintForTerminal("heading", text) : text);
  standardOutput.write(name === undefined ? listAll(emphasize) : describe(name, release, emphasize));
  return EXIT_CODE.clean;
};

/** A field may have the name of a control: then both are explained. */
const describe = (name: string, release: string | undefined, emphasize: Emphasis): string => {
  const isMeant = ({ id }: { readonly id: string }): boolean => id.toLowerCase() === name.toLowerCase();
  const pages = [
    ...CONTROL_TEXTS.filter(isMeant).map((control) => renderControl(control, emphasize)),
    ...FIELD_TEXTS.filter(isMeant).map((field) => renderField(field, release, emphasize)),
  ];
  if (pages.length === 0) throw new UsageError(describeUnknown(name.slice(0, LONGEST_NAME)));
  return pages.join("\n");
};

/** The fields of objects that a control or a field of a policy is about, as its facts name them. */
const fieldsOf = ({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly lines: readonly string[] }[];
}) =>
  new Set(
    facts.filter(({ name }) => ABOUT_FIELDS.includes(name)).flatMap(({ lines }) => lines.join(" ").match(/\w+/g) ?? []),
  );

const ABOUT_FIELDS: readonly string[] = ["Fields", "Judges"];

/** What asks something of a field of an object, e.g. of `spec.hostPID`. */
const namesAbout = (path: string): readonly string[] => {
  const field = /\w+$/.exec(path)?.[0] ?? "";
  return [...CONTROL_TEXTS, ...FIELD_TEXTS].filter((text) => fieldsOf(text).has(field)).map(({ id }) => id);
};

const describeUnknown = (name: string): string => {
  const about = [...new Set(namesAbout(name))];
  const near = about.length > 0 && about.length <= MOST_ABOUT ? about : nearestNames(name, EXPLAINED);
  const suggestion = near.length === 0 ? "`ostiary explain` lists all" : `did you mean ${near.join(" or ")}?`;
  return `no control or field \`${name}\`: ${suggestion}`;
};

/** What there is in a list: its group, and since when it is. */
interface Listed {
  readonly id: string;
  readonly group: string;
  readonly since: string;
  readonly summary: string;
}

const listAll = (emphasize: Emphasis): string => {
  const controls = CONTROL_TEXTS.map(({ level, ...control }): Listed => ({ ...control, group: level }));
  const listed = [...controls, ...FIELD_TEXTS.map(listField)];
  const width = Math.max(...listed.map(({ since }) => since.length));
  const nameWidth = Math.max(...listed.map(({ id }) => id.length));
  return [...new Set(listed.map(({ group }) => group))]
    .map((group) => {
      const lines = listed
        .filter((each) => each.group === group)
        .map(({ id, since, summary }) => ({
          name: id.padEnd(nameWidth),
          lines: [`${since.padEnd(width)}  ${summary}`],
        }));
      return `${emphasize(group)}\n${setInColumns(lines).join("\n")}\n`;
    })
    .join("\n");
};

const listField = ({ id, policy, summary, releases }: (typeof FIELD_TEXTS)[number]): Listed => ({
  id,
  group: policy,
  since: releases.find(({ isKnown }) => isKnown)?.release ?? "",
  summary,
});
