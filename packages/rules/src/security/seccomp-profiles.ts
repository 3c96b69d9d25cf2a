import * as z from "zod/mini";
import {
  always,
  type ConstraintCheck,
  constraintKind,
  PODS,
  type PolicyField,
  type PolicyValues,
} from "../constraint-kind.js";
import { printSet } from "../language/print-value.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import type { ContainerView, PodView } from "../subject/pod-view.js";
import { findConflictingContainers } from "./conflicting-containers.js";
import { exceptedStrings, exceptionAllowed } from "./exception-value.js";
import { judgeContainers } from "./judge-containers.js";
import { judgeTemplate } from "./pod-template.js";
import { readField } from "./read-field.js";
import { type AllowedSeccomp, allowSeccomp, allowSeccompNext } from "./seccomp-allowed.js";
import { readSeccompProfile, readSeccompProfileNext, type SeccompProfile } from "./seccomp-profile.js";
import { withoutAbsent } from "./without-absent.js";

const strings = z.optional(z.array(z.string()));
const fieldSchema = z.strictObject({ allowedProfiles: strings, allowedLocalhostFiles: strings });

/** `spec.policies.seccompProfiles`: the seccomp profiles that containers may run under. */
export const seccompProfilesField: PolicyField = { name: "seccompProfiles", schema: always(fieldSchema) };

const schema = z.looseObject({ allowedProfiles: strings, allowedLocalhostFiles: strings });

type Parameters = z.infer<typeof schema>;

const quoteProfile = (name: string, file: string | undefined): string =>
  file === undefined ? `'${name}'` : `'Localhost' with file '${file}'`;

const fitsSome = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => fitsWildcardSuffix(pattern, name));

/** To release next an empty profile and the word for none mean the same. */
const UNSET: readonly string[] = ["", "undefined"];

const fitsUnset = (values: readonly string[], name: string): boolean =>
  UNSET.includes(name) && UNSET.some((unset) => values.includes(unset));

/** What differs between releases. */
interface Behaviour {
  readonly allow: (profiles: readonly string[], files: readonly string[]) => AllowedSeccomp;
  /** Reads the profile of a container; `undefined` for one that is not checked. */
  readonly read: (container: ContainerView, pod: PodView) => SeccompProfile | undefined;
  readonly isAllowed: (allowed: AllowedSeccomp, profile: SeccompProfile) => boolean;
  /** Whether the values of an exception cover a profile. */
  readonly covers: (excepted: readonly string[], profile: SeccompProfile) => boolean;
  /** Words a violation; `allowed` is the set as printed. */
  readonly word: (
    container: string,
    profile: SeccompProfile,
    allowed: string,
    excepted: readonly string[] | undefined,
  ) => string;
}

/** A profile of a file is allowed by its file, one of an annotation by its name, any other by its name but for `localhost…`. */
const isAllowed: Behaviour["isAllowed"] = ({ profiles, files, names }, { name, file }) => {
  if (profiles.includes("*")) return true;
  if (file !== undefined) {
    const isAnyFile = files.includes("*") || profiles.includes("localhost/*");
    return names.includes("Localhost") && (isAnyFile || files.includes(file) || names.includes(`localhost/${file}`));
  }
  if (name.startsWith("localhost/")) return names.includes("localhost/*") || names.includes(name);
  return !name.toLowerCase().startsWith("localhost") && names.includes(name);
};

const RELEASE_166: Behaviour = {
  allow: allowSeccomp,
  read: readSeccompProfile,
  isAllowed,
  covers: () => false,
  word: (container, { name, file, location }, allowed) => {
    const what = `Seccomp profile ${quoteProfile(name, file)} is not allowed for container '${container}'`;
    return `${what}. Found at: ${location}. Allowed profiles: ${allowed}`;
  },
};

const RELEASE_176: Behaviour = {
  allow: allowSeccomp,
  read: readSeccompProfile,
  isAllowed,
  covers: (excepted, { name, file }) => {
    if (excepted.includes(name)) return true;
    if (file !== undefined) return excepted.some((value) => value.startsWith("localhost"));
    return name.startsWith("localhost/") && excepted.includes("localhost/*");
  },
  word: (container, { name, file, location }, allowed, excepted) => {
    const what = `Seccomp profile is not allowed for container '${container}'.`;
    const actual = `Actual profile: ${quoteProfile(name, file)} (found at: ${location})`;
    return `${what} | ${actual} | Allowed profiles: ${allowed}${exceptionAllowed(" profiles", excepted)}`;
  },
};

const NEXT: Behaviour = {
  allow: allowSeccompNext,
  read: readSeccompProfileNext,
  isAllowed: ({ names }, { name }) => fitsSome(names, name),
  covers: (excepted, { name }) => fitsSome(excepted, name) || fitsUnset(excepted, name),
  word: (container, { name }, allowed, excepted = []) => {
    const exception = excepted.length === 0 ? "" : ` | SPE allows: ${printSet(excepted)}`;
    return `Seccomp profile is not allowed, container: ${container} | value: ${name} | policy allows: ${allowed}${exception}`;
  },
};

/**
 * Containers must run under listed seccomp profiles.
 *
 * Field    spec.policies.seccompProfiles: {allowedProfiles: list of types or of values of annotations, allowedLocalhostFiles:
 *          list of files for the type Localhost}
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.seccompProfile, else
 *          spec.securityContext.seccompProfile, else the annotations seccomp.security.alpha.kubernetes.io
 * Allowed  a listed profile or what means the same, e.g. runtime/default for RuntimeDefault; Localhost with a listed file; `*`
 *          among the profiles admits everything, among the files every file; in next a final `*` stands for any rest
 * Absent   a container without a profile has the profile `undefined`, which has to be listed, in 1.66 and 1.76; in next it is
 *          not checked. A profile without a type is not checked
 * Empty    lists are as absent in 1.66; without allowedProfiles all profiles are refused in 1.66 and 1.76, and nothing is
 *          checked in next, where an empty list refuses all that are set
 * Excepted from 1.76 on: securityContext.seccompProfile.allowedValues, compared as written
 * Repeated two containers of one name that differ make the rule of 1.66 and 1.76 fail, which is a violation, whatever is listed
 * Fix      set `securityContext.seccompProfile` of the pod to a listed type, `RuntimeDefault` for most: containers without a
 *          profile of their own inherit it
 * Source   security-policy: allowed-seccomp
 */
export const seccompProfiles = constraintKind<Parameters>({
  name: "D8AllowedSeccompProfiles",
  fields: [seccompProfilesField],
  objects: PODS,
  parameters: schema,
  generate: { "1.66": writeFilled, "1.76": writeGiven, next: writeGiven },
  behaviours: {
    "1.66": (parameters) => orConflict(requireProfile(parameters, RELEASE_166), 177),
    "1.76": (parameters) => orConflict(requireProfile(parameters, RELEASE_176), 288),
    next: (parameters) =>
      parameters.allowedProfiles === undefined ? () => [] : judgeTemplate(requireProfile(parameters, NEXT)),
  },
});

function writeGiven({ seccompProfiles: value }: PolicyValues) {
  const { allowedProfiles: profiles, allowedLocalhostFiles: files } = readField(fieldSchema, value) ?? {};
  if (profiles === undefined && files === undefined) return undefined;
  if (profiles?.includes("*") && files?.includes("*")) return undefined;
  return withoutAbsent({ allowedProfiles: profiles, allowedLocalhostFiles: files });
}

/** 1.66 takes empty lists for absent. */
function writeFilled({ seccompProfiles: value }: PolicyValues) {
  const { allowedProfiles: profiles = [], allowedLocalhostFiles: files = [] } = readField(fieldSchema, value) ?? {};
  return writeGiven({
    seccompProfiles: withoutAbsent({
      allowedProfiles: profiles.length === 0 ? undefined : profiles,
      allowedLocalhostFiles: files.length === 0 ? undefined : files,
    }),
  });
}

/** Where two containers of one name differ the rule, which keeps profiles by name, fails; the engine reports that instead. */
function orConflict(check: ConstraintCheck, line: number): ConstraintCheck {
  const message = `template:${line}: eval_conflict_error: object keys must be unique`;
  return (subject) => {
    const containers = findConflictingContainers(subject.pod);
    if (containers.length === 0) return check(subject);
    const findings = containers.map(({ fields, ref }) => ({
      path: fields.path("name"),
      container: ref,
      found: ref.name,
    }));
    return [{ message, findings }];
  };
}

function requireProfile(parameters: Parameters, { allow, read, isAllowed, covers, word }: Behaviour): ConstraintCheck {
  const allowed = allow(parameters.allowedProfiles ?? [], parameters.allowedLocalhostFiles ?? []);
  const printed = printSet(allowed.names);
  return judgeContainers((container, subject) => {
    const { ref } = container;
    const profile = read(container, subject.pod);
    if (profile === undefined || isAllowed(allowed, profile)) return undefined;
    const excepted = exceptedStrings(subject.exception(ref), "seccompProfile");
    if (excepted !== undefined && covers(excepted, profile)) return undefined;
    return {
      message: word(ref.name, profile, printed, excepted),
      findings: [{ path: profile.path, container: ref, found: profile.found, allowed: allowed.names }],
    };
  });
}
