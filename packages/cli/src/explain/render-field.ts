import { indent, setInColumns } from "./columns.js";
import type { FieldRelease, FieldText } from "./fields.js";
import type { Emphasis } from "./render-control.js";

/**
 * Says what a field of a policy asks, with examples, and what each release says and does.
 *
 * @param release - the only release to tell about. Default: all
 */
export const renderField = (field: FieldText, release: string | undefined, emphasize: Emphasis): string => {
  const known = field.releases.filter(({ isKnown }) => isKnown);
  const told = known.filter((candidate) => release === undefined || candidate.release === release);
  return [
    `${emphasize(field.id)} (${field.policy}, makes ${field.constraint}; in ${known.map((each) => each.release).join(", ")})`,
    field.summary,
    ...(told.length === 0 ? [`Release ${release} does not have it.`] : []),
    "",
    ...setInColumns(field.facts),
    ...renderTogether(field, emphasize),
    "",
    emphasize("A policy that asks for it:"),
    indent(`spec:\n  policies:\n${indent(indent(field.setting))}`),
    emphasize("An object that passes:"),
    indent(field.passing),
    ...renderFailing(field, told, emphasize),
  ].join("\n");
};

const renderTogether = ({ together }: FieldText, emphasize: Emphasis): readonly string[] =>
  together === undefined
    ? []
    : ["", emphasize(`One constraint together with ${together.fields.join(", ")}:`), ...setInColumns(together.facts)];

const renderFailing = (field: FieldText, told: readonly FieldRelease[], emphasize: Emphasis): readonly string[] => {
  if (field.open !== undefined) return [emphasize("An object that is not judged without facts:"), indent(field.open)];
  if (field.failing === undefined) return [];
  const says = groupReleases(told, ({ messages }) => messages ?? []);
  const does = groupReleases(told, ({ empty }) => (empty === undefined ? [] : [empty]));
  return [
    emphasize("An object that fails:"),
    indent(field.failing),
    ...setInColumns(says),
    ...(says.length === 0 ? [] : [""]),
    ...(does.length === 0 ? [] : [emphasize(`With ${field.id}: ${field.empty} instead:`), ...setInColumns(does), ""]),
  ];
};

/** Puts releases together of which the same is to be told, and leaves out those of which nothing is. */
const groupReleases = (releases: readonly FieldRelease[], tell: (release: FieldRelease) => readonly string[]) => {
  const groups = new Map<string, { readonly names: string[]; readonly lines: readonly string[] }>();
  for (const release of releases) {
    const lines = tell(release);
    const key = lines.join("\n");
    const group = groups.get(key) ?? { names: [], lines };
    group.names.push(release.release);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, lines }) => ({ name: names.join(", "), lines })).filter(hasLines);
};

const hasLines = ({ lines }: { readonly lines: readonly string[] }): boolean => lines.length > 0;
