import { compareBytes, formatFieldPath } from "@ostiary/rules";
import type { Release, SchemaIssue } from "@ostiary/rules/deckhouse";
import * as z from "zod/mini";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";
import type { Policy } from "./generate-constraints.js";
import { hintMisplaced } from "./hint-misplaced.js";
import { policyFaults } from "./policy-faults.js";
import { POLICY_KINDS, type PolicyKindName, type PolicyMatch, policySchema } from "./policy-schema.js";
import { readDocument } from "./read-document.js";
import { referenceFaults, verifiesImages } from "./reference-faults.js";

const isPolicyKind = (kind: string): kind is PolicyKindName => Object.hasOwn(POLICY_KINDS, kind);

/** A policy, and the document that it stands in. */
export interface PlacedPolicy {
  readonly policy: Policy;
  readonly document: PolicyDocument;
}

/** Reads the policies among documents, in canonical order: OperationPolicies, then SecurityPolicies, each by name. */
export const readPolicyDocuments = (
  documents: readonly PolicyDocument[],
  release: Release,
  problems: Problem[],
): readonly Policy[] => {
  const placed = readPlacedPolicies(documents, release, problems);
  for (const problem of findConflicts(placed)) problems.push(problem);
  return placed
    .map(({ policy }) => policy)
    .sort((left, right) => compareBytes(left.kind, right.kind) || compareBytes(left.name, right.name));
};

/** Reads the policies among documents one by one, in the order of the documents. */
export const readPlacedPolicies = (
  documents: readonly PolicyDocument[],
  release: Release,
  problems: Problem[],
): readonly PlacedPolicy[] => {
  const placed: PlacedPolicy[] = [];
  const schemas = new PolicySchemas(release);
  for (const document of documents) {
    if (!isPolicyKind(document.kind)) continue;
    const { policy, problems: found } = readPolicy(document, document.kind, schemas);
    for (const problem of found) problems.push(problem);
    if (policy !== undefined) placed.push({ policy, document });
  }
  return placed;
};

/** What is wrong with policies beside those that come before them. */
export const findConflicts = (placed: readonly PlacedPolicy[]): readonly Problem[] => {
  const names = new Set<string>();
  const verifying: Policy[] = [];
  return placed.flatMap(({ policy, document }): readonly Problem[] => {
    const { kind, name } = policy;
    const isRepetition = names.size === names.add(`${kind} ${name}`).size;
    const others = verifying.filter((other) => other.name !== name);
    if (verifiesImages(policy)) verifying.push(policy);
    const found = [
      ...(isRepetition ? [refuseDocument(document, "duplicate-policy", `there is another ${kind} \`${name}\``)] : []),
      ...refuseFaults(referenceFaults(policy, others), document),
    ];
    return found.map((problem) => ({ ...problem, policy: { kind, name } }));
  });
};

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
  const faults = refuseFaults(policyFaults(policy, release), document);
  return [...faults, ...warnOfEmptyParts(policy.spec.match, document)];
};

const refuseFaults = (faults: readonly SchemaIssue[], document: PolicyDocument): readonly Problem[] =>
  faults.map(({ path, message }) => ({
    ...refuseDocument(document, "invalid-policy", `\`${formatFieldPath(path)}\`: ${message}`),
    path,
  }));

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
