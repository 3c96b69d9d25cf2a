import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { compileAppArmorGlob } from "../language/apparmor-glob.js";
import { printSet, printValue } from "../language/print-value.js";
import {
  type AppArmorProfile,
  type ReadAppArmorProfile,
  readAppArmor166,
  readAppArmor176,
  readAppArmorNext,
} from "./app-armor-profile.js";
import { exceptedStrings, exceptionAllowed } from "./exception-value.js";
import { judgeContainers } from "./judge-containers.js";

/** `spec.policies.allowedAppArmor`: the AppArmor profiles that containers may run under. */
export const allowedAppArmorField: PolicyField = { name: "allowedAppArmor", schema: always(z.array(z.string())) };

const schema = z.looseObject({ allowedProfiles: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof schema>;
type Profiles = readonly string[];

/** What differs between releases. */
interface Behaviour {
  readonly read: ReadAppArmorProfile;
  /** The patterns that a list stands for. */
  readonly expand: (allowed: Profiles) => Profiles;
  /** Whether the values of an exception cover a profile. */
  readonly covers: (excepted: Profiles, profile: AppArmorProfile) => boolean;
  /** Words what follows the names of pod and container. */
  readonly word: (found: string, allowed: Profiles, excepted: Profiles | undefined) => string;
}

const asWritten = (allowed: Profiles): Profiles => allowed;

const RELEASE_166: Behaviour = {
  read: readAppArmor166,
  expand: asWritten,
  covers: () => false,
  word: (_found, allowed) => `. Allowed profiles: ${printValue(allowed, "exact")}`,
};

const RELEASE_176: Behaviour = {
  read: readAppArmor176,
  expand: asWritten,
  covers: (excepted, { name, isOwn }) => isOwn && excepted.includes(name),
  word: (found, allowed, excepted) => {
    const list = `Allowed profiles: ${printValue(allowed, "exact")}`;
    return `. | Actual AppArmor profile: ${found} | ${list}${exceptionAllowed(" profiles", excepted)}`;
  },
};

/** What means the same to release next. */
const SYNONYMS: ReadonlyMap<string, Profiles> = new Map([
  ["RuntimeDefault", ["runtime/default"]],
  ["Unconfined", ["unconfined"]],
  ["Localhost", ["localhost", "localhost/*"]],
]);

const NEXT: Behaviour = {
  read: readAppArmorNext,
  expand: (allowed) => allowed.flatMap((profile) => [profile, ...(SYNONYMS.get(profile) ?? [])]),
  covers: (excepted, { name }) => excepted.some((pattern) => compileAppArmorGlob(pattern)(name)),
  word: (found, allowed, excepted = []) => {
    const exception = excepted.length === 0 ? "" : ` | SPE allows: ${printSet(excepted)}`;
    return ` | value: ${found} | policy allows: ${printSet(allowed)}${exception}`;
  },
};

/**
 * Containers must run under listed AppArmor profiles.
 *
 * Field    spec.policies.allowedAppArmor: list of patterns of profiles as annotations spell them: `runtime/default`,
 *          `unconfined`, `localhost/…`
 * Judges   Pods: metadata.annotations[container.apparmor.security.beta.kubernetes.io/…], and from 1.76 on
 *          spec.{containers,initContainers,ephemeralContainers}[*].securityContext.appArmorProfile before it and
 *          spec.securityContext.appArmorProfile after it
 * Allowed  a profile that fits some pattern, see {@link compileAppArmorGlob}: `localhost/*` refuses names with a dot
 * Default  runtime/default in 1.66 and 1.76; in next a container without a profile is not checked
 * Localhost in 1.76 counts as localhost/ with the file; in next as localhost without it, so that only an entry `Localhost` or
 *          a pattern such as `localhost*` admits it
 * Empty    no constraint in 1.66; refuses every container in 1.76, and every profile that is set in next
 * Excepted securityContext.appArmorProfile.allowedValues: in 1.76 exactly the profile of the container's own field, in next
 *          patterns
 * Fix      leave the profile out where `runtime/default` is listed, else set a listed one: from 1.76 on in
 *          `securityContext.appArmorProfile`, for 1.66 in the annotation `container.apparmor.security.beta.kubernetes.io/NAME`
 * Source   security-policy: allowed-apparmor-profiles
 */
export const allowedAppArmor = constraintKind<Parameters>({
  name: "D8AppArmor",
  fields: [allowedAppArmorField],
  objects: PODS,
  parameters: schema,
  generate: always(({ allowedAppArmor: profiles }) =>
    profiles === undefined ? undefined : { allowedProfiles: profiles },
  ),
  behaviours: {
    "1.66": (parameters) => requireProfile(parameters, RELEASE_166),
    "1.76": (parameters) => requireProfile(parameters, RELEASE_176),
    next: (parameters) => requireProfile(parameters, NEXT),
  },
});

function requireProfile({ allowedProfiles: allowed }: Parameters, behaviour: Behaviour): ConstraintCheck {
  const { read, expand, covers, word } = behaviour;
  const patterns = expand(allowed).map(compileAppArmorGlob);
  return judgeContainers((container, subject) => {
    const { ref } = container;
    const profile = read(container, subject.pod);
    if (profile === undefined || patterns.some((fits) => fits(profile.name))) return undefined;
    const excepted = exceptedStrings(subject.exception(ref), "appArmorProfile");
    if (excepted !== undefined && covers(excepted, profile)) return undefined;
    const where = `AppArmor profile is not allowed, pod: ${subject.name}, container: ${ref.name}`;
    return {
      message: where + word(profile.name, allowed, excepted),
      findings: [{ path: profile.path, container: ref, found: profile.found, allowed }],
    };
  });
}
