import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { hostPathSegments, isBelowHostPath } from "../language/host-path-prefix.js";
import { printValue } from "../language/print-value.js";
import type { Finding, Json, RuleResult } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import { printObject } from "./print-object.js";
import { readField } from "./read-field.js";
import { isReadOnly, readVolumeMounts, type VolumeMount } from "./volume-mounts.js";
import { withoutAbsent } from "./without-absent.js";

const fieldSchema = z.array(z.strictObject({ pathPrefix: z.string(), readOnly: z._default(z.boolean(), false) }));

/** `spec.policies.allowedHostPaths`: the paths of the node that pods may mount. */
export const allowedHostPathsField: PolicyField = { name: "allowedHostPaths", schema: always(fieldSchema) };

const entrySchema = z.looseObject({ pathPrefix: z.string(), readOnly: z.optional(z.boolean()) });
const schema = z.looseObject({ allowedHostPaths: z._default(z.array(entrySchema), []) });

type Parameters = z.infer<typeof schema>;

/** What differs between releases: how a violation is worded; the last are the values of an exception. */
type Wording = (volume: ObjectView, pod: string, list: string, excepted: readonly ObjectView[] | undefined) => string;

const word166: Wording = (volume, pod, list) =>
  `HostPath volume ${printObject(volume)} is not allowed, pod: ${pod}. Allowed path: ${list}`;

const wordNext: Wording = (volume, pod, list) =>
  `HostPath volume is not allowed, pod: ${pod}. | Actual HostPath volume: ${printObject(volume)} | Allowed paths: ${list}`;

const word176: Wording = (volume, pod, list, excepted) =>
  wordNext(volume, pod, list, excepted) + (excepted === undefined ? "" : wordExcepted(excepted));

const wordExcepted = (excepted: readonly ObjectView[]): string => {
  const volumes = excepted.map((value) => ({
    hostPath: { path: value.string("path") ?? "", type: "" },
    name: "<any>",
  }));
  return ` | SecurityPolicyException allowed: ${printValue(volumes, "float")}`;
};

/**
 * Pods may mount only listed paths of their node.
 *
 * Field    spec.policies.allowedHostPaths: list of {pathPrefix, readOnly}
 * Judges   Pods: spec.volumes[*].hostPath.path, and for entries that are read-only
 *          spec.{containers,initContainers,ephemeralContainers}[*].volumeMounts[*].readOnly
 * Allowed  a path at or below a prefix, segment by segment; if its entry is read-only, all mounts of the volume have to be
 * Empty    no constraint in 1.66, although later releases describe it so too; there it refuses every path
 * Excepted from 1.76 on: volumes.hostPath.allowedValues, with exactly this path and the mode of all mounts
 * Fix      mount a path below a listed one, with `readOnly: true` where the list says so; `emptyDir`, `configMap` and volume
 *          claims need no path of the node
 * Source   security-policy: allowed-host-paths
 */
export const allowedHostPaths = constraintKind<Parameters>({
  name: "D8AllowedHostPaths",
  fields: [allowedHostPathsField],
  objects: PODS,
  parameters: schema,
  generate: always(({ allowedHostPaths: value }) => {
    const entries = readField(fieldSchema, value);
    return entries === undefined ? undefined : { allowedHostPaths: entries };
  }),
  behaviours: {
    "1.66": (parameters) => requireHostPaths(parameters, word166),
    "1.76": (parameters) => requireHostPaths(parameters, word176),
    next: (parameters) => requireHostPaths(parameters, wordNext),
  },
});

function requireHostPaths({ allowedHostPaths: list }: Parameters, word: Wording): ConstraintCheck {
  const entries = list.map(({ pathPrefix, readOnly }) => ({
    prefix: hostPathSegments(pathPrefix),
    readOnly: readOnly === true,
    written: withoutAbsent({ pathPrefix, readOnly }),
  }));
  const printed = printValue(
    entries.map(({ written }) => written),
    "exact",
  );
  return (subject) => {
    const volumes = subject.pod.spec.objects("volumes").filter((volume) => volume.has("hostPath"));
    const mounts = volumes.length === 0 ? undefined : readVolumeMounts(subject.pod);
    const results: RuleResult[] = [];
    for (const fields of volumes) {
      const name = fields.string("name") ?? "";
      const volume = { name, source: fields.object("hostPath"), mounts: mounts?.get(name) ?? [] };
      const findings = findUnlisted(volume, entries);
      if (findings.length === 0) continue;
      const excepted = exceptedPaths(subject.exception());
      if (excepted?.some((value) => isExcepted(volume, value))) continue;
      results.push({ message: word(fields, subject.name, printed, excepted), findings });
    }
    return results;
  };
}

/** An entry of the list. */
interface Entry {
  readonly prefix: readonly string[];
  readonly readOnly: boolean;
  readonly written: Json;
}

/** A volume that is a path of the node. */
interface HostPathVolume {
  readonly name: string;
  readonly source: ObjectView;
  readonly mounts: readonly VolumeMount[];
}

const findUnlisted = ({ name, source, mounts }: HostPathVolume, entries: readonly Entry[]): readonly Finding[] => {
  const found = source.string("path");
  const segments = hostPathSegments(found ?? "");
  const above = found === undefined ? [] : entries.filter(({ prefix }) => isBelowHostPath(prefix, segments));
  if (above.length === 0) {
    return [{ path: source.path("path"), volume: name, found, allowed: entries.map(({ written }) => written) }];
  }
  if (above.some(({ readOnly }) => !readOnly)) return [];
  return mounts
    .filter((mount) => !isReadOnly(mount))
    .map(({ fields, container }) => ({
      path: fields.path("readOnly"),
      container,
      volume: name,
      found: fields.boolean("readOnly"),
      allowed: true,
    }));
};

const exceptedPaths = (exception: ObjectView): readonly ObjectView[] | undefined => {
  const part = exception.object("volumes").object("hostPath");
  return part.raw("allowedValues") === undefined ? undefined : part.objects("allowedValues");
};

/** A volume that nothing mounts counts as writable; one that is mounted both ways is never excepted. */
const isExcepted = ({ source, mounts }: HostPathVolume, value: ObjectView): boolean => {
  const readOnly = value.boolean("readOnly") === true;
  if (value.string("path") !== source.string("path")) return false;
  return mounts.length === 0 ? !readOnly : mounts.every((mount) => isReadOnly(mount) === readOnly);
};
