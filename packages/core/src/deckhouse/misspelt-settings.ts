import { type FieldPath, formatFieldPath } from "@ostiary/rules";
import type { Problem } from "../decision.js";
import { editDistance } from "../edit-distance.js";
import { ownFields } from "../own-fields.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";

/** Fields of the module's settings that decide about objects, and those within them. */
interface SettingNames {
  readonly [name: string]: SettingNames;
}

const SETTINGS: SettingNames = {
  podSecurityStandards: {
    defaultPolicy: {},
    enforcementAction: {},
    controllerValidation: {},
    policies: { hostPorts: { knownRanges: {} } },
  },
  denyVulnerableImages: { enabled: {} },
};

/** How many letters may be wrong: what takes more is another of the module's settings. */
const MOST_WRONG = 3;

/** Reports settings of the module that are nearly some that decide about objects: misspelt they decide nothing. */
export const reportMisspeltSettings = (document: PolicyDocument): readonly Problem[] => {
  const { spec }: { readonly spec?: unknown } = ownFields(Object(document.value));
  const { settings }: { readonly settings?: unknown } = ownFields(Object(spec));
  return findMisspelt(settings, SETTINGS, ["spec", "settings"]).map(({ path, near }) => {
    const message = `\`${formatFieldPath(path)}\`: unknown field, the nearest is \`${near}\``;
    return { ...refuseDocument(document, "unknown-field", message), path, effect: "report" };
  });
};

interface Misspelt {
  readonly path: FieldPath;
  readonly near: string;
}

const findMisspelt = (value: unknown, names: SettingNames, path: FieldPath): readonly Misspelt[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]): readonly Misspelt[] => {
        const known = Object.hasOwn(names, name) ? names[name] : undefined;
        if (known !== undefined) return findMisspelt(inner, known, [...path, name]);
        const near = Object.keys(names).find((candidate) => isNear(name, candidate));
        return near === undefined ? [] : [{ path: [...path, name], near }];
      });

const isNear = (name: string, candidate: string): boolean =>
  Math.abs(name.length - candidate.length) <= MOST_WRONG &&
  editDistance(name.toLowerCase(), candidate.toLowerCase()) <= MOST_WRONG;
