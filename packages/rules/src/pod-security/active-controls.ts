import type { Control, ControlBehaviour, RestrictingLevel } from "./control.js";

/** A control together with what it does at one version. */
export interface ActiveControl {
  readonly control: Control;
  readonly behaviour: ControlBehaviour;
}

/**
 * The controls that make up a level at a version, in the order of the list: baseline is its own controls, restricted is
 * its own and those of baseline that none of its own takes the place of.
 *
 * @param version - 25 stands for v1.25
 * @source policy/registry.go
 */
export const activeControls = (
  controls: readonly Control[],
  level: RestrictingLevel,
  version: number,
): readonly ActiveControl[] => {
  const existing = controls.flatMap((control): ActiveControl[] => {
    const behaviour = control.behaviours.findLast(({ since }) => since <= version);
    return behaviour === undefined ? [] : [{ control, behaviour }];
  });
  if (level === "baseline") return existing.filter(({ control }) => control.level === "baseline");
  const overridden = new Set(existing.map(({ control }) => control.overrides));
  return existing.filter(({ control }) => !overridden.has(control.id));
};

/** The newest version at which any of the controls changes: what `latest` means. */
export const newestVersion = (controls: readonly Control[]): number =>
  Math.max(0, ...controls.flatMap(({ behaviours }) => behaviours.map(({ since }) => since)));

/**
 * What is wrong with a list of controls: ids that repeat, levels that do not exist, versions that do not rise, overrides
 * that only restricted controls may have and only of baseline ones.
 *
 * @returns one line for each fault; none for a good list
 * @source policy/registry.go, validateChecks
 */
export const controlFaults = (controls: readonly Control[]): readonly string[] => {
  const levels = new Map(controls.map(({ id, level }) => [id, level]));
  return controls.flatMap((control, index) => [
    ...(controls.findIndex(({ id }) => id === control.id) === index ? [] : [`\`${control.id}\`: id is not unique`]),
    ...levelFaults(control),
    ...versionFaults(control),
    ...overrideFaults(control, levels),
  ]);
};

const levelFaults = ({ id, level }: Control): readonly string[] =>
  level === "baseline" || level === "restricted" ? [] : [`\`${id}\`: unknown level: \`${level}\``];

const versionFaults = ({ id, behaviours }: Control): readonly string[] => {
  if (behaviours.length === 0) return [`\`${id}\`: no behaviour`];
  return behaviours.flatMap(({ since }, index) => {
    if (!Number.isSafeInteger(since) || since < 0) return [`\`${id}\`: not a version: \`${since}\``];
    const before = behaviours[index - 1];
    return before === undefined || before.since < since ? [] : [`\`${id}\`: v1.${since} does not rise`];
  });
};

const overrideFaults = ({ id, level, overrides }: Control, levels: ReadonlyMap<string, string>): readonly string[] => {
  if (overrides === undefined) return [];
  if (level !== "restricted") return [`\`${id}\`: only restricted controls may override`];
  return levels.get(overrides) === "restricted" ? [`\`${id}\`: overrides the restricted control \`${overrides}\``] : [];
};
