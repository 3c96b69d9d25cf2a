import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import type { ContainerList, Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";

/** `spec.policies.automountServiceAccountToken`: whether pods may have the token of their service account mounted. */
export const automountServiceAccountTokenField: PolicyField = {
  name: "automountServiceAccountToken",
  schema: always(z.boolean()),
};

/** Where the API server mounts the token. */
const TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

/** The lists whose mounts are looked at. */
const LOOKED_AT: readonly ContainerList[] = ["containers", "initContainers"];

/**
 * Pods must not get the token of their service account.
 *
 * Field    spec.policies.automountServiceAccountToken: boolean; absent restricts nothing
 * Judges   Pods, but not on UPDATE: spec.automountServiceAccountToken, and where it is absent
 *          spec.{containers,initContainers}[*].volumeMounts[*].mountPath
 * Allowed  false; absent as long as no container mounts /var/run/secrets/kubernetes.io/serviceaccount, spelled exactly so
 * Fix      set `spec.automountServiceAccountToken: false`; what talks to the API server mounts a token for itself as a
 *          projected volume at another path
 * Source   security-policy: automount-service-account-token
 */
export const automountServiceAccountToken = constraintKind<object>({
  name: "D8AutomountServiceAccountTokenPod",
  fields: [automountServiceAccountTokenField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ automountServiceAccountToken: allowed }) => (allowed === false ? {} : undefined)),
  behaviours: always(() => forbidToken),
});

const forbidToken: ConstraintCheck = ({ pod, name, operation }) => {
  const findings = operation === "UPDATE" ? [] : findToken(pod);
  if (findings.length === 0) return [];
  return [{ message: `Automounting service account token is disallowed, pod: ${name}`, findings }];
};

const findToken = (pod: PodView): readonly Finding[] => {
  const found = pod.spec.boolean("automountServiceAccountToken");
  if (found === undefined) return findMounts(pod);
  return found ? [{ path: pod.spec.path("automountServiceAccountToken"), found, allowed: false }] : [];
};

const findMounts = ({ containers }: PodView): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const { fields, ref } of containers) {
    if (!LOOKED_AT.includes(ref.list)) continue;
    for (const mount of fields.objects("volumeMounts")) {
      if (mount.string("mountPath") !== TOKEN_PATH) continue;
      findings.push({ path: mount.path("mountPath"), container: ref, found: TOKEN_PATH });
    }
  }
  return findings;
};
