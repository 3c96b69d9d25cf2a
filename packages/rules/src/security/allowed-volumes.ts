import * as z from "zod/mini";
import {
  always,
  type ConstraintCheck,
  type ConstraintSubject,
  constraintKind,
  PODS,
  type PolicyField,
} from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import type { RuleResult } from "../rule.js";

const TYPES_166 = [
  "*",
  "none",
  "awsElasticBlockStore",
  "azureDisk",
  "azureFile",
  "cephFS",
  "cinder",
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "fc",
  "flexVolume",
  "flocker",
  "gcePersistentDisk",
  "gitRepo",
  "glusterfs",
  "hostPath",
  "iscsi",
  "nfs",
  "persistentVolumeClaim",
  "photonPersistentDisk",
  "portworxVolume",
  "projected",
  "quobyte",
  "rbd",
  "scaleIO",
  "secret",
  "storageos",
  "vsphereVolume",
];
const TYPES = [...TYPES_166, "ephemeral"];

/** `spec.policies.allowedVolumes`: the types of volumes that pods may have. */
export const allowedVolumesField: PolicyField = {
  name: "allowedVolumes",
  schema: { "1.66": z.array(z.enum(TYPES_166)), "1.76": z.array(z.enum(TYPES)), next: z.array(z.enum(TYPES)) },
};

const schema = z.looseObject({ volumes: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof schema>;

/** What differs between releases. */
interface Behaviour {
  /** Whether an entry of the policy's list admits a type. */
  readonly fits: (entry: string, type: string) => boolean;
  /** Whether an entry of an exception's list admits a type. */
  readonly covers: (entry: string, type: string) => boolean;
  /** Words a violation; `excepted` are the types that an exception allows. */
  readonly word: (type: string, pod: string, list: string, excepted: readonly string[]) => string;
}

const equals = (entry: string, type: string): boolean => entry === type;
const isAnyOrEqual = (entry: string, type: string): boolean => entry === "*" || entry === type;

const word166 = (type: string, pod: string, list: string): string =>
  `The volume type ${type} is not allowed, pod: ${pod}. Allowed volume types: ${list}`;

const wordNext: Behaviour["word"] = (type, pod, list, excepted) => {
  const exceptions = `forbidden: ${type}; policy allows: ${list}; SPE allows: ${printValue(excepted, "float")}`;
  const what = `The volume type ${type} is not allowed, pod: ${pod}. | Value ${type} is not in allowed set ${list}. `;
  return excepted.length === 0 ? what : what + exceptions;
};

/**
 * Pods may have only volumes of listed types.
 *
 * Field    spec.policies.allowedVolumes: list of names of volume types, `none`, or `*`
 * Judges   Pods: spec.volumes[*], every field but name
 * Allowed  a listed type, spelled exactly so; a volume without a type; `*` in the list admits every type, and in next an entry
 *          that ends in `*` all that begin so; `none` names no type, nor does cephFS, which Kubernetes spells cephfs
 * Empty    no constraint in 1.66; refuses every type later
 * Excepted from 1.76 on: volumes.types.allowedValues
 * Fix      use a volume of a listed type: `emptyDir` for scratch space, `configMap` and `secret` for configuration,
 *          `persistentVolumeClaim` for data
 * Source   security-policy: allowed-volume-types
 */
export const allowedVolumes = constraintKind<Parameters>({
  name: "D8AllowedVolumeTypes",
  fields: [allowedVolumesField],
  objects: PODS,
  parameters: schema,
  generate: always(({ allowedVolumes: volumes }) =>
    !Array.isArray(volumes) || volumes.includes("*") ? undefined : { volumes },
  ),
  behaviours: {
    "1.66": requireSameTypes,
    "1.76": requireSameTypes,
    next: (parameters) =>
      requireTypes(parameters, { fits: fitsWildcardSuffix, covers: fitsWildcardSuffix, word: wordNext }),
  },
});

function requireSameTypes(parameters: Parameters): ConstraintCheck {
  return requireTypes(parameters, { fits: isAnyOrEqual, covers: equals, word: word166 });
}

function requireTypes({ volumes: allowed }: Parameters, { fits, covers, word }: Behaviour): ConstraintCheck {
  const list = printValue(allowed, "exact");
  return (subject) => {
    const results: RuleResult[] = [];
    for (const volume of subject.pod.spec.objects("volumes")) {
      for (const type of volume.names()) {
        if (type === "name" || !volume.has(type) || allowed.some((entry) => fits(entry, type))) continue;
        const excepted = exceptedTypes(subject);
        if (excepted.some((entry) => covers(entry, type))) continue;
        results.push({
          message: word(type, subject.name, list, excepted),
          findings: [{ path: volume.path(type), volume: volume.string("name") ?? "", found: type, allowed }],
        });
      }
    }
    return results;
  };
}

const exceptedTypes = (subject: ConstraintSubject): readonly string[] =>
  subject.exception().object("volumes").object("types").strings("allowedValues");
