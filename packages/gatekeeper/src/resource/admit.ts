import type { Json } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import type { ValidationAnswer } from "../kind/webhook-answer.js";
import { type Fault, fail, succeed } from "../outcome.js";
import { attemptReading } from "../schema/attempt-reading.js";
import type { SchemaRules } from "../schema/schema-rules.js";
import { admitTemplate } from "../template/read-template.js";
import type { Template } from "../template/template.js";
import { findConstraintFault } from "./constraint-resource.js";
import { decodeKind } from "./decode-resource.js";
import { findExpansionFault } from "./expansion-resource.js";
import { findMutatorFault } from "./mutator-resource.js";
import { findProviderFault } from "./provider.js";

/** What the webhook knows when it judges a resource of Gatekeeper. */
export interface AdmitContext {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** Finds the template whose rule is in force, by its name: the kind of a constraint in lower case. */
  readonly findTemplate: (name: string) => Template | undefined;
  /** What runs the rules in `x-kubernetes-validations` of templates. Without it they are not compiled. */
  readonly schemaRules?: SchemaRules;
  /** The name of the user that Gatekeeper itself is. Default: that of its service account in `gatekeeper-system`. */
  readonly serviceAccount?: string;
}

const SERVICE_ACCOUNT = "system:serviceaccount:gatekeeper-system:gatekeeper-admin";

const GROUPS: readonly string[] = [
  "config.gatekeeper.sh",
  "constraints.gatekeeper.sh",
  "expansion.gatekeeper.sh",
  "externaldata.gatekeeper.sh",
  "mutations.gatekeeper.sh",
  "status.gatekeeper.sh",
  "templates.gatekeeper.sh",
];

const LONGEST_NAME = 63;

/** Faults that are not the user's in the webhook's eyes; all others are. */
const INTERNAL: readonly string[] = ["internal", "undecodable", "long-name", "invalid-operations", "invalid-action"];

/**
 * What the validating webhook replies to a request before any policy is asked: it looks at who asks, and at resources of
 * Gatekeeper itself.
 *
 * @returns `undefined` when the request goes on to the policies, as one about any other object does
 * @source gatekeeper, pkg/webhook/policy.go, Handle and validateGatekeeperResources
 */
export const admit = (request: AdmissionRequest, context: AdmitContext): ValidationAnswer | undefined => {
  const { serviceAccount = SERVICE_ACCOUNT } = context;
  const user = ObjectView.root(new Reading(), request.userInfo, []).string("username");
  if (user === serviceAccount) return { allowed: true, code: 200, message: "Gatekeeper does not self-manage" };
  if (!GROUPS.includes(request.kind.group)) return undefined;
  const judged = attemptReading(() => succeed(findFault(request, context)));
  const fault = judged.ok ? judged.value : judged.error;
  if (fault === undefined) return undefined;
  return { allowed: false, code: INTERNAL.includes(fault.code) ? 500 : 422, message: fault.message };
};

const findFault = (request: AdmissionRequest, context: AdmitContext): Fault | undefined => {
  const { release = NEWEST_RELEASE } = context;
  const { kind, name, operation } = request;
  // Whoever deletes all resources of a kind names none.
  if (operation === "DELETE" && name === "") return undefined;
  const length = new TextEncoder().encode(name).length;
  if (length > LONGEST_NAME && kind.group !== "status.gatekeeper.sh" && isSince(release, "3.15")) {
    const words = `resource cannot have metadata.name larger than ${LONGEST_NAME} char; length: ${length}`;
    return fail("long-name", words).error;
  }
  const validate = kind.group === "constraints.gatekeeper.sh" ? validateConstraint : VALIDATORS.get(asKey(kind));
  return validate?.({ request, object: operation === "DELETE" ? request.oldObject : request.object, context, release });
};

/** A request about a resource. */
interface Submission {
  readonly request: AdmissionRequest;
  readonly object: Json;
  readonly context: AdmitContext;
  readonly release: GatekeeperRelease;
}

type Validator = (submission: Submission) => Fault | undefined;

const asKey = ({ group, kind }: AdmissionRequest["kind"]): string => `${group}/${kind}`;

const validateConstraint: Validator = ({ object, context, release }) =>
  findConstraintFault(object, { release, findTemplate: context.findTemplate });

const validateTemplate: Validator = ({ object, release, context: { schemaRules } }) => {
  const decoded = decodeKind(object);
  const template = decoded.ok
    ? admitTemplate(object, { release, ...(schemaRules !== undefined && { schemaRules }) })
    : decoded;
  return template.ok ? undefined : template.error;
};

const validateConfig: Validator = ({ request }) =>
  request.name === "config" ? undefined : fail("invalid-config", "config resource must have name 'config'").error;

const validateMutator: Validator = ({ object, release }) => findMutatorFault(object, release);

const VALIDATORS: ReadonlyMap<string, Validator> = new Map([
  ["templates.gatekeeper.sh/ConstraintTemplate", validateTemplate],
  ["expansion.gatekeeper.sh/ExpansionTemplate", ({ object, release }) => findExpansionFault(object, release)],
  ["config.gatekeeper.sh/Config", validateConfig],
  ["mutations.gatekeeper.sh/Assign", validateMutator],
  ["mutations.gatekeeper.sh/AssignImage", validateMutator],
  ["mutations.gatekeeper.sh/AssignMetadata", validateMutator],
  ["mutations.gatekeeper.sh/ModifySet", validateMutator],
  ["externaldata.gatekeeper.sh/Provider", ({ object }) => findProviderFault(object)],
]);
