import { ObjectView, Reading } from "@ostiary/rules";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import { type GroupVersionKind, namesKind } from "../mutation/apply-to.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { isEmptyKind, printGroupVersionKind } from "./group-version-kind.js";

/** An ExpansionTemplate ready for use: says what objects of some kinds would create in a cluster. */
export interface ExpansionTemplate {
  readonly name: string;
  /** The kinds of objects that are expanded. */
  readonly applyTo: readonly GroupVersionKind[];
  /** `spec.templateSource` as written: names of fields, joined with dots. */
  readonly templateSource: string;
  /** The kind of the objects that are made. */
  readonly generated: GroupVersionKind;
  /** What replaces the enforcement action of violations of the objects that are made; empty for nothing. */
  readonly enforcementAction: string;
}

/** The group of ExpansionTemplates. */
export const EXPANSION_GROUP = "expansion.gatekeeper.sh";

/** Names that are longer are refused. */
const LONGEST_NAME = 63;

/** More kinds than a template can mean: lists are multiplied. */
const MOST_KINDS = 1000;

/**
 * Validates an ExpansionTemplate in Gatekeeper's words.
 *
 * @param document - of the kind ExpansionTemplate
 * @returns the first fault, if there is any
 * @source gatekeeper, pkg/expansion/system.go, ValidateTemplate
 */
export const readExpansionTemplate = (document: unknown, release: GatekeeperRelease): Outcome<ExpansionTemplate> => {
  const reading = new Reading();
  const view = ObjectView.root(reading, document, []);
  const name = view.object("metadata").string("name") ?? "";
  const spec = view.object("spec");
  const templateSource = spec.string("templateSource") ?? "";
  const generated = readKind(spec.object("generatedGVK"));
  const entries = spec.objects("applyTo").map(readEntry);
  const enforcementAction = spec.string("enforcementAction") ?? "";
  const fault = describeWrongType(reading) ?? findFault({ name, templateSource, generated, entries }, release);
  if (fault !== undefined) return fail("invalid-template", fault);
  const applyTo = entries.flatMap(multiply);
  return succeed({ name, applyTo, templateSource, generated, enforcementAction });
};

interface Entry {
  readonly groups: readonly string[];
  readonly versions: readonly string[];
  readonly kinds: readonly string[];
}

const readKind = (view: ObjectView): GroupVersionKind => ({
  group: view.string("group") ?? "",
  version: view.string("version") ?? "",
  kind: view.string("kind") ?? "",
});

const readEntry = (view: ObjectView): Entry => ({
  groups: view.strings("groups"),
  versions: view.strings("versions"),
  kinds: view.strings("kinds"),
});

const describeWrongType = ({ faults: [fault] }: Reading): string | undefined =>
  fault === undefined ? undefined : `\`${fault.path.join(".")}\`: expected ${fault.expected}, found ${fault.found}`;

interface Fields extends Pick<ExpansionTemplate, "name" | "templateSource" | "generated"> {
  readonly entries: readonly Entry[];
}

const findFault = (
  { name, templateSource, generated, entries }: Fields,
  release: GatekeeperRelease,
): string | undefined => {
  if (name === "") return "ExpansionTemplate has empty name field";
  if (name.length > LONGEST_NAME && isSince(release, "3.15")) {
    return `ExpansionTemplate name must be less than ${LONGEST_NAME + 1} characters`;
  }
  const title = `ExpansionTemplate ${name}`;
  if (templateSource === "") return `${title} has empty source field`;
  if (isEmptyKind(generated)) return `${title} has empty generatedGVK field`;
  if (entries.length === 0) return `${title} must specify ApplyTo`;
  if (entries.some((entry) => namesKind(entry, generated))) {
    return `${title} generates GVK ${printGroupVersionKind(generated)}, but also applies to that same GVK`;
  }
  const isTooMuch = entries.reduce((sum, entry) => sum + countKinds(entry), 0) > MOST_KINDS;
  return isTooMuch ? `${title} applies to more than ${MOST_KINDS} kinds of objects` : undefined;
};

const countKinds = ({ groups, versions, kinds }: Entry): number => groups.length * versions.length * kinds.length;

const multiply = ({ groups, versions, kinds }: Entry): readonly GroupVersionKind[] =>
  groups.flatMap((group) => versions.flatMap((version) => kinds.map((kind) => ({ group, version, kind }))));
