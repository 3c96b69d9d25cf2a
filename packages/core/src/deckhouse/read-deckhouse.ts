import { compareBytes, type FieldPath } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import * as z from "zod/mini";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";
import { exceptionSchema } from "./exception-schema.js";
import type { Exceptions } from "./exceptions.js";
import { generateConstraints, type Policy } from "./generate-constraints.js";
import { type ModuleSettings, moduleConfigSchema, resolveSettings } from "./module-settings.js";
import { indexPolicies, type PolicyIndex } from "./policy-index.js";
import { POLICY_KINDS, type PolicyKindName, policySchema } from "./policy-schema.js";
import { type PreparedConstraint, prepareConstraint } from "./prepared-constraint.js";
import { type PreparedStandards, prepareStandards } from "./prepared-standards.js";
import { readDocument } from "./read-document.js";

/** What can be set about Deckhouse's policies. */
export interface DeckhouseOptions {
  /** The state of Deckhouse. Default: the newest released one that is known. */
  readonly release?: Release;
  /**
   * With `deckhouse`, Deckhouse's own Pod Security Standards hold, by namespace labels and module settings. Policies hold
   * under either. Default: `kubernetes`.
   */
  readonly profile?: "kubernetes" | "deckhouse";
  /**
   * The version that the cluster was installed with, e.g. `v1.60.0`: it decides the default policy where the settings do not;
   * `""` for a cluster without a record of it. Default: that of a recent cluster.
   */
  readonly installVersion?: string;
}

/** Everything that has been read of Deckhouse's policies, ready to be bound. */
export interface LoadedDeckhouse {
  readonly release: Release;
  readonly policies: PolicyIndex;
  readonly standards: PreparedStandards | undefined;
  readonly exceptions: Exceptions;
  /** Whether there is neither a policy nor a standard. */
  readonly asksForNothing: boolean;
}

/** Reads all documents of Deckhouse at once. */
export const readDeckhouse = (
  documents: readonly PolicyDocument[],
  options: DeckhouseOptions,
  release: Release,
  problems: Problem[],
): LoadedDeckhouse => {
  const of = (kind: string) => documents.filter((document) => document.kind === kind);
  const policies = readPolicyDocuments(documents, release, problems);
  const constraints = policies.map((policy) => prepareAll(policy, release, problems));
  const settings = readSettings(of("ModuleConfig"), options.installVersion, release, problems);
  return {
    release,
    policies: indexPolicies(constraints),
    standards: options.profile === "deckhouse" ? prepareStandards(settings, release) : undefined,
    exceptions: readExceptions(of("SecurityPolicyException"), release, problems),
    asksForNothing: policies.length === 0 && options.profile !== "deckhouse",
  };
};

const isPolicyKind = (kind: string): kind is PolicyKindName => Object.hasOwn(POLICY_KINDS, kind);

/** Policies in canonical order: OperationPolicies, then SecurityPolicies, each by name. */
const readPolicyDocuments = (
  documents: readonly PolicyDocument[],
  release: Release,
  problems: Problem[],
): readonly Policy[] => {
  const policies = documents.flatMap((document) =>
    isPolicyKind(document.kind) ? readPolicy(document, document.kind, release, problems) : [],
  );
  return policies.sort((left, right) => compareBytes(left.kind, right.kind) || compareBytes(left.name, right.name));
};

const nameOf = (value: unknown): string => {
  const parsed = namedSchema.safeParse(value);
  return parsed.success ? parsed.data.metadata.name : "";
};
const namedSchema = z.looseObject({ metadata: z.looseObject({ name: z.string() }) });

const readPolicy = (
  document: PolicyDocument,
  kind: PolicyKindName,
  release: Release,
  problems: Problem[],
): readonly Policy[] => {
  const name = nameOf(document.value);
  if (name === "") problems.push(refuseDocument(document, "invalid-policy", "`metadata.name`: expected a name"));
  const read = readDocument(document, policySchema(kind, release), hintMisplaced(kind));
  for (const problem of read.problems) problems.push({ ...problem, policy: { kind, name } });
  return read.content === undefined ? [] : [{ kind, name, spec: read.content.spec }];
};

/** Says where a part of a policy belongs that stands elsewhere. */
const hintMisplaced =
  (kind: PolicyKindName) =>
  (path: FieldPath): string | undefined => {
    const name = String(path.at(-1));
    if (path.length === 1 && ["policies", "match", "enforcementAction"].includes(name))
      return `it belongs into \`spec.${name}\``;
    const isField = POLICY_KINDS[kind].some(({ fields }) => fields.some((field) => field.name === name));
    return isField && path.length < 3 ? `it belongs into \`spec.policies.${name}\`` : undefined;
  };

const prepareAll = (policy: Policy, release: Release, problems: Problem[]): readonly PreparedConstraint[] =>
  generateConstraints(policy, release).flatMap((constraint) => {
    const prepared = prepareConstraint(constraint, release);
    if (!("problems" in prepared)) return [prepared];
    problems.push(...prepared.problems);
    return [];
  });

const readSettings = (
  configs: readonly PolicyDocument[],
  installVersion: string | undefined,
  release: Release,
  problems: Problem[],
): ModuleSettings => {
  const [first, second] = configs;
  if (second !== undefined) {
    problems.push(refuseDocument(second, "duplicate-configuration", "there is another ModuleConfig of the module"));
  }
  const read = first === undefined ? undefined : readDocument(first, moduleConfigSchema);
  problems.push(...(read?.problems ?? []));
  return resolveSettings(read?.content, installVersion, release);
};

const readExceptions = (documents: readonly PolicyDocument[], release: Release, problems: Problem[]): Exceptions => {
  const exceptions = new Map<string, unknown>();
  const schema = exceptionSchema[release];
  for (const document of schema === undefined ? [] : documents) {
    const read = readDocument(document, schema ?? z.never());
    problems.push(...read.problems);
    if (read.content === undefined) continue;
    const { metadata, spec } = read.content;
    exceptions.set(`${metadata.namespace ?? ""}/${metadata.name}`, spec);
  }
  return exceptions;
};
