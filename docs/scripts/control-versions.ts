import { activeControls, CONTROLS, newestVersion, type RestrictingLevel } from "@ostiary/rules";

/** What a level asks by a control, from one version of the standards to another. */
export interface VersionRange {
  readonly from: number;
  /** The last version; of what holds on, the newest that there is. */
  readonly to: number;
  /** `asked`, or whatever else there is to say. */
  readonly state: ControlState;
}

/** At one level and version: the behaviour of a control, counted from 1, the control in its place, or neither. */
export type ControlState = { readonly behaviour: number } | { readonly replacedBy: string } | "not asked";

const NEWEST = newestVersion(CONTROLS);

/** What a level asks by a control, version by version, equal neighbours joined. */
export const versionRanges = (controlId: string, level: RestrictingLevel): readonly VersionRange[] => {
  const ranges: VersionRange[] = [];
  for (let version = 0; version <= NEWEST; version++) {
    const state = stateAt(controlId, level, version);
    const last = ranges.at(-1);
    if (last !== undefined && JSON.stringify(last.state) === JSON.stringify(state)) {
      ranges[ranges.length - 1] = { ...last, to: version };
    } else {
      ranges.push({ from: version, to: version, state });
    }
  }
  return ranges;
};

/** What a level asks by a control at one version. */
export const stateAt = (controlId: string, level: RestrictingLevel, version: number): ControlState => {
  const active = activeControls(CONTROLS, level, version);
  const found = active.find(({ control }) => control.id === controlId);
  if (found !== undefined) return { behaviour: found.control.behaviours.indexOf(found.behaviour) + 1 };
  const replacement = active.find(({ control }) => control.overrides === controlId);
  return replacement === undefined ? "not asked" : { replacedBy: replacement.control.id };
};

/** The versions at which anything changes at a level. */
export const turningPoints = (level: RestrictingLevel): readonly number[] => {
  const points = CONTROLS.flatMap(({ id }) => versionRanges(id, level).map(({ from }) => from));
  return [...new Set(points)].sort((one, other) => one - other);
};

/** Names versions: `v1.19 and later`, `v1.0 to v1.18`. */
export const nameVersions = ({ from, to }: Pick<VersionRange, "from" | "to">): string => {
  if (to === NEWEST) return from === 0 ? "every version" : `v1.${from} and later`;
  return from === to ? `v1.${from}` : `v1.${from} to v1.${to}`;
};
