import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { Json, RuleResult } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import { exceptedList, exceptionAllowed } from "./exception-value.js";
import { printObject, wholeObject } from "./print-object.js";
import { readField } from "./read-field.js";
import { withoutAbsent } from "./without-absent.js";

const NAMES = ["level", "role", "type", "user"] as const;

type Name = (typeof NAMES)[number];

const text = z.optional(z.string());
const members = { level: text, role: text, type: text, user: text };
const fieldSchema = z.array(z.strictObject(members));

/** `spec.policies.seLinux`: the SELinux options that pods and containers may set. */
export const seLinuxField: PolicyField = { name: "seLinux", schema: always(fieldSchema) };

const schema = z.looseObject({ allowedSELinuxOptions: z._default(z.array(z.looseObject(members)), []) });

type Parameters = z.infer<typeof schema>;

/** SELinux options of a list, a pod or a container: gives a member, empty where it is absent. */
type Options = (name: Name) => string;

/** What differs between releases. */
interface Behaviour {
  /** Whether an entry of the policy or of an exception admits what is found. */
  readonly fits: (entry: Options, found: Options) => boolean;
  /** Words a violation: what is found where, and what the policy and the exception allow. */
  readonly word: (where: string, found: string, allowed: string, excepted: Json | undefined) => string;
}

const isFoundOrFree =
  (entry: Options, found: Options) =>
  (name: Name): boolean =>
    found(name) === "" || found(name) === entry(name);

const RELEASE_166: Behaviour = {
  fits: (entry, found) => NAMES.every(isFoundOrFree(entry, found)),
  word: (where, _found, allowed) => `SELinux options is not allowed, ${where}. Allowed options: ${allowed}`,
};

const wordNext: Behaviour["word"] = (where, found, allowed) =>
  `SELinux options are not allowed, ${where}. | Actual SELinux options: ${found} | Allowed options: ${allowed}`;

const RELEASE_176: Behaviour = {
  fits: (entry, found) => {
    const fits = isFoundOrFree(entry, found);
    return NAMES.every((name) => fits(name) || (name === "level" && entry(name) === ""));
  },
  word: (where, found, allowed, excepted) =>
    wordNext(where, found, allowed, excepted) + exceptionAllowed(" options", excepted),
};

const NEXT: Behaviour = {
  fits: (entry, found) => NAMES.every((name) => entry(name) === "" || entry(name) === found(name)),
  word: wordNext,
};

/**
 * Pods and containers that set SELinux options must set listed ones. Each is judged by itself, nothing is inherited.
 *
 * Field    spec.policies.seLinux: list of {level, role, type, user}
 * Judges   Pods: spec.securityContext.seLinuxOptions and
 *          spec.{containers,initContainers,ephemeralContainers}[*].securityContext.seLinuxOptions
 * Allowed  absent; options for which some entry fits in all four members. In 1.66 a member fits if the pod does not set it or
 *          sets it to the entry's; in 1.76 the level fits as well where the entry has none; in next a member fits if the entry
 *          does not have it or the pod sets it to the entry's, so that the entry {type: ""} admits everything
 * Empty    no constraint in 1.66; refuses all options later
 * Excepted from 1.76 on: securityContext.seLinuxOptions.allowedValues, which fit as entries do
 * Fix      remove `seLinuxOptions`, or set exactly what an entry has
 * Source   security-policy: allowed-selinux
 */
export const seLinux = constraintKind<Parameters>({
  name: "D8SeLinux",
  fields: [seLinuxField],
  objects: PODS,
  parameters: schema,
  generate: always(({ seLinux: value }) => {
    const entries = readField(fieldSchema, value);
    return entries && { allowedSELinuxOptions: entries.map(withoutEmpty) };
  }),
  behaviours: {
    "1.66": (parameters) => requireOptions(parameters, RELEASE_166),
    "1.76": (parameters) => requireOptions(parameters, RELEASE_176),
    next: (parameters) => requireOptions(parameters, NEXT),
  },
});

type Entry = Parameters["allowedSELinuxOptions"][number];

const describe = ({ level, role, type, user }: Entry): Json => withoutAbsent({ level, role, type, user });

function withoutEmpty({ level, role, type, user }: Entry): Json {
  return describe({
    level: level || undefined,
    role: role || undefined,
    type: type || undefined,
    user: user || undefined,
  });
}

const optionsOf =
  (view: ObjectView): Options =>
  (name) =>
    view.string(name) ?? "";

function requireOptions({ allowedSELinuxOptions: list }: Parameters, { fits, word }: Behaviour): ConstraintCheck {
  const entries = list.map(
    (entry): Options =>
      (name) =>
        entry[name] ?? "",
  );
  const allowed = list.map(describe);
  const printed = printValue(allowed, "exact");
  return (subject) => {
    const results: RuleResult[] = [];
    for (const { securityContext, ref } of subject.pod.securityContexts) {
      const options = securityContext.optional("seLinuxOptions");
      if (options === undefined || entries.some((entry) => fits(entry, optionsOf(options)))) continue;
      const exception = subject.exception(ref);
      if (exceptedOptions(exception).some((value) => fits(optionsOf(value), optionsOf(options)))) continue;
      const where = `pod: ${subject.name}${ref === undefined ? "" : `, container ${ref.name}`}`;
      const message = word(where, printObject(options), printed, exceptedList(exception, "seLinuxOptions"));
      const finding = { path: options.path(), found: wholeObject(options), allowed };
      results.push({ message, findings: [ref === undefined ? finding : { ...finding, container: ref }] });
    }
    return results;
  };
}

const exceptedOptions = (exception: ObjectView): readonly ObjectView[] =>
  exception.object("securityContext").object("seLinuxOptions").objects("allowedValues");
