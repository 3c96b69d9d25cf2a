import { compareBytes, formatFieldPath } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import * as z from "zod/mini";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";
import type { Policy } from "./generate-constraints.js";
import { hintMisplaced } from "./hint-misplaced.js";
import { policyFaults } from "./policy-faults.js";
import { POLICY_KINDS, type PolicyKindName, type PolicyMatch, policySchema } from "./policy-schema.js";
import { readDocument } from "./read-document.js";

const isPolicyKind = (kind: string): kind is PolicyKindName => Object.hasOwn(POLICY_KINDS, kind);

/** Reads the policies among documents, in canonical order: OperationPolicies, then SecurityPolicies, each by name. */
export const readPolicyDocuments = (
  documents: readonly PolicyDocument[],
  release: Release,
  problems: Problem[],
): readonly Policy[] => {
  const policies: Policy[] = [];
  const known = new Set<string>();
  const schemas = new PolicySchemas(release);
  for (const document of documents) {
    if (!isPolicyKind(document.kind)) continue;
    const read = readPolicy(document, document.kind, schemas);
    for (const problem of read.problems) problems.push(problem);
    if (read.policy === undefined) continue;
    const identity = `${document.kind} ${read.policy.name}`;
    if (known.has(identity)) problems.push(refuseRepetition(document, read.policy));
    known.add(identity);
    policies.push(read.policy);
  }
  return policies.sort((left, right) => compareBytes(left.kind, right.kind) || compareBytes(left.name, right.name));
};

/** In a cluster the one that is applied last would replace the other; here nobody knows which that is. */
const refuseRepetition = (document: PolicyDocument, { kind, name }: Policy): Problem => ({
  ...refuseDocument(document, "duplicate-policy", `there is another ${kind} \`${name}\``),
  policy: { kind, name },
});

const namedSchema = z.looseObject({ metadata: z.looseObject({ name: z.string() }) });

const nameOf = (value: unknown): string => {
  const parsed = namedSchema.safeParse(value);
  return parsed.success ? parsed.data.metadata.name : "";
};

interface ReadPolicy {
  /** `undefined` for one that the API server refuses. */
  readonly policy: Policy | undefined;
  readonly problems: readonly Problem[];
}

/** The schemas of a release, each put together when it is needed and only once: that takes longer than reading a policy. */
class PolicySchemas {
  readonly #known = new Map<PolicyKindName, ReturnType<typeof policySchema>>();

  constructor(readonly release: Release) {}

  of(kind: PolicyKindName): ReturnType<typeof policySchema> {
    const schema = this.#known.get(kind) ?? policySchema(kind, this.release);
    this.#known.set(kind, schema);
    return schema;
  }
}

const readPolicy = (document: PolicyDocument, kind: PolicyKindName, schemas: PolicySchemas): ReadPolicy => {
  const name = nameOf(document.value);
  const read = readDocument(document, schemas.of(kind), (path) => hintMisplaced(kind, path));
  const policy = read.content && { kind, name, spec: read.content.spec };
  const problems =
    policy === undefined ? read.problems : [...read.problems, ...judgePolicy(policy, document, schemas.release)];
  return { policy, problems: problems.map((problem) => ({ ...problem, policy: { kind, name } })) };
};

/** Says of a policy what the API server does not say. */
const judgePolicy = (policy: Policy, document: PolicyDocument, release: Release): readonly Problem[] => {
  const faults = policyFaults(policy, release).map(({ path, message }) => ({
    ...refuseDocument(document, "invalid-policy", `\`${formatFieldPath(path)}\`: ${message}`),
    path,
  }));
  return [...faults, ...warnOfEmptyParts(policy.spec.match, document)];
};

const EVERYWHERE = "is empty and restricts nothing: the policy reaches all namespaces";

/** A part that is empty is left out of the constraints, so that it does not mean what it says. */
const warnOfEmptyParts = ({ namespaceSelector = {} }: PolicyMatch, document: PolicyDocument): readonly Problem[] => {
  const { matchNames, labelSelector } = namespaceSelector;
  const isBoundless = labelSelector !== undefined && Object.values(labelSelector).every(isWithoutContent);
  const parts = [...(matchNames?.length === 0 ? ["matchNames"] : []), ...(isBoundless ? ["labelSelector"] : [])];
  return parts.map((part) => {
    const path = ["spec", "match", "namespaceSelector", part];
    const problem = refuseDocument(document, "boundless-match", `\`${formatFieldPath(path)}\` ${EVERYWHERE}`);
    return { ...problem, path, effect: "report" };
  });
};

const isWithoutContent = (part: unknown): boolean => part === undefined || Object.keys(part as object).length === 0;
