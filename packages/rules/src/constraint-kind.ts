import type { z } from "zod/mini";
import { type RegexEngine, safeRegex } from "./language/safe-regex.js";
import { type PerRelease, RELEASES, type Release } from "./release.js";
import type { ContainerRef, Json, RuleResult } from "./rule.js";
import { describeSchemaIssue, type SchemaIssue } from "./schema-issue.js";
import type { ObjectView } from "./subject/object-view.js";
import type { PodView } from "./subject/pod-view.js";
import type { GroupKind } from "./subject/workload.js";

/** What the rules of Deckhouse's policies look at. */
export interface ConstraintSubject {
  /** The object under review. */
  readonly object: ObjectView;
  readonly kind: GroupKind;
  /** Its `metadata.name`; empty where there is none. */
  readonly name: string;
  /** The object read as a pod: its `metadata`, and the `spec` that the release takes for the pod's. */
  readonly pod: PodView;
  /** The operation of the request; `undefined` for an audit or a file. */
  readonly operation: string | undefined;
  /**
   * The `spec` of the SecurityPolicyException that the pod's labels name; an absent object where there is none.
   *
   * @param container - for a field of a container, whose own label comes first where the release has such labels
   */
  exception(container?: ContainerRef): ObjectView;
}

/** Judges an object; an empty list means that it passes. */
export type ConstraintCheck = (subject: ConstraintSubject) => readonly RuleResult[];

/** The kinds of objects that a constraint is about, as in `spec.match.kinds` of Gatekeeper. */
export interface KindSelector {
  readonly apiGroups: readonly string[];
  readonly kinds: readonly string[];
}

/** Pods, and nothing else: what most constraints are about. */
export const PODS: readonly KindSelector[] = [{ apiGroups: [""], kinds: ["Pod"] }];

/** `spec.policies` of a policy, after the schema's defaults and the release's normalisation. */
export type PolicyValues = Readonly<Record<string, Json | undefined>>;

/** A field of `spec.policies` as the custom resource's schema has it. */
export interface PolicyField {
  /** The name of the field, e.g. `allowedRepos`. */
  readonly name: string;
  /** What the field may hold; `undefined` where the release's schema does not have it. */
  readonly schema: PerRelease<z.ZodMiniType | undefined>;
}

/** What rules need that a host may have in a better form than they do. */
export interface RuleContext {
  /** Gets the regular expressions of policies ready. */
  readonly regex: RegexEngine;
}

const OWN_CONTEXT: RuleContext = { regex: safeRegex };

/** What is wrong with the parameters of a constraint. */
export interface ParameterFaults {
  readonly faults: readonly SchemaIssue[];
}

/** A check that is ready; or what is wrong with its parameters. */
export type PreparedConstraint = { readonly check: ConstraintCheck } | ParameterFaults;

/** What makes up a kind of constraint. */
export interface ConstraintKindDefinition<Parameters> {
  /** The name of the kind, e.g. `D8AllowedRepos`. */
  readonly name: string;
  /** The fields of a policy that it is made from. */
  readonly fields: readonly PolicyField[];
  /** What it judges. */
  readonly objects: readonly KindSelector[] | ((values: PolicyValues) => readonly KindSelector[]);
  /** What `spec.parameters` of a constraint must look like; also of one that was written by hand. */
  readonly parameters: z.ZodMiniType<Parameters>;
  /** Makes the parameters from a policy; `undefined` where the policy asks for no such constraint. */
  readonly generate: PerRelease<((values: PolicyValues) => Json | undefined) | undefined>;
  /**
   * Gets the parameters ready and gives the check, or says what is wrong with them that a schema cannot see; `undefined`
   * where the release does not have the kind.
   */
  readonly behaviours: PerRelease<
    ((parameters: Parameters, context: RuleContext) => ConstraintCheck | ParameterFaults) | undefined
  >;
}

/** A kind of constraint: which fields of a policy make it, what it judges, and how. */
export interface ConstraintKind {
  readonly name: string;
  readonly fields: readonly PolicyField[];
  /** Which releases judge alike, in decision and words: equal numbers, from 1 on; `undefined` where there is no such kind. */
  readonly behaviours: PerRelease<number | undefined>;
  /** Likewise which releases make the parameters alike. */
  readonly generations: PerRelease<number | undefined>;
  /** The kinds of objects that a constraint made from a policy is about. */
  objects(values: PolicyValues): readonly KindSelector[];
  /** The parameters of the constraint that a policy makes; `undefined` where it makes none. */
  generate(release: Release, values: PolicyValues): Json | undefined;
  /**
   * Gets a constraint ready; `undefined` where the release does not have the kind.
   *
   * @param context - what the host provides. Default: what the rules have themselves
   */
  prepare(release: Release, parameters: unknown, context?: RuleContext): PreparedConstraint | undefined;
}

/** Defines a kind of constraint. */
export const constraintKind = <Parameters>(definition: ConstraintKindDefinition<Parameters>): ConstraintKind => {
  const { name, fields, objects, parameters: schema, generate, behaviours } = definition;
  return {
    name,
    fields,
    behaviours: numberDistinct(behaviours),
    generations: numberDistinct(generate),
    objects: (values) => (typeof objects === "function" ? objects(values) : objects),
    generate: (release, values) => generate[release]?.(values),
    prepare: (release, parameters, context = OWN_CONTEXT) => {
      const behaviour = behaviours[release];
      if (behaviour === undefined) return undefined;
      const parsed = schema.safeParse(parameters ?? {});
      if (!parsed.success)
        return { faults: parsed.error.issues.map((issue) => describeSchemaIssue(issue, parameters)) };
      const prepared = behaviour(parsed.data, context);
      if (typeof prepared !== "function") return prepared;
      return { check: prepared };
    },
  };
};

const numberDistinct = (perRelease: PerRelease<object | undefined>): PerRelease<number | undefined> => {
  const distinct = [...new Set(RELEASES.map((release) => perRelease[release]))].filter((value) => value !== undefined);
  const numberOf = (value: object | undefined) => (value === undefined ? undefined : distinct.indexOf(value) + 1);
  return {
    "1.66": numberOf(perRelease["1.66"]),
    "1.76": numberOf(perRelease["1.76"]),
    next: numberOf(perRelease.next),
  };
};

/** The same in every release. */
export const always = <Value>(value: Value): PerRelease<Value> => ({ "1.66": value, "1.76": value, next: value });
