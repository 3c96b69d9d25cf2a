import { dirname, resolve } from "node:path";
import type { Json, UserInfo } from "@ostiary/core";
import type { AnyPatchOperation, Assertion, ProviderAnswers } from "@ostiary/gatekeeper";

/** A file, by its path from the suite's folder on, or the object itself. */
export type Source = string | { readonly [name: string]: unknown };

/** An assertion about some of the violations. */
export interface SelectiveAssertion extends Assertion {
  readonly policy?: string | undefined;
  readonly rule?: string | undefined;
  readonly action?: string | undefined;
}

/** A case, of either kind of suite. */
export interface SuiteCase {
  readonly name: string;
  readonly skip: boolean;
  readonly object: Source | undefined;
  readonly oldObject: Source | undefined;
  readonly operation: "CREATE" | "UPDATE" | "DELETE" | "CONNECT" | undefined;
  readonly userInfo: UserInfo | undefined;
  readonly namespace: { readonly name?: string; readonly labels: Readonly<Record<string, string>> } | undefined;
  readonly inventory: readonly Source[];
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly mutators: readonly Source[];
  readonly providers: ProviderAnswers | undefined;
  readonly assertions: readonly SelectiveAssertion[];
  readonly expectObject: Source | undefined;
  readonly expectPatch: readonly AnyPatchOperation[] | undefined;
  /** Where it is written in the suite. */
  readonly line: number;
}

/** A test, of either kind of suite. */
export interface SuiteTest {
  readonly name: string;
  readonly skip: boolean;
  readonly templates: readonly Source[];
  readonly constraints: readonly Source[];
  readonly policies: readonly Source[];
  readonly level: "privileged" | "baseline" | "restricted" | undefined;
  readonly version: string | undefined;
  readonly profile: "kubernetes" | "deckhouse" | undefined;
  readonly release: "1.66" | "1.76" | "next" | undefined;
  readonly expansions: readonly Source[];
  readonly invalid: boolean;
  readonly cases: readonly SuiteCase[];
  readonly line: number;
}

/** A suite. */
export interface Suite {
  /** The name of its file. */
  readonly file: string;
  /** Its absolute path; paths in it are meant from its folder on. */
  readonly path: string;
  /** `gator`: judges as `gator verify` does, which differs from a cluster; `ostiary`: as a cluster does. */
  readonly manner: "gator" | "ostiary";
  readonly skip: boolean;
  readonly tests: readonly SuiteTest[];
}

/** The files that a suite refers to, as absolute paths. */
export const referencedFiles = ({ path, tests }: Suite): readonly string[] => {
  const sources = tests.flatMap(({ templates, constraints, policies, expansions, cases }) => [
    ...[templates, constraints, policies, expansions].flat(),
    ...cases.flatMap(({ object, oldObject, expectObject, inventory, mutators }) => [
      ...[object, oldObject, expectObject].filter((source) => source !== undefined),
      ...inventory,
      ...mutators,
    ]),
  ]);
  const paths = sources.filter((source) => typeof source === "string" && source !== "");
  return [...new Set(paths.map((source) => resolve(dirname(path), String(source))))];
};

/** A violation, so far as assertions and reports look at it. */
export interface FoundViolation {
  readonly policy: string;
  /** The constraint, where the cluster calls it otherwise than the policy. */
  readonly constraint?: string;
  readonly rule: string;
  readonly action: string;
  readonly message: string;
}

/** What became of a case. */
export interface CaseResult {
  readonly name: string;
  readonly line: number;
  readonly outcome: "passed" | "failed" | "error" | "skipped";
  /** Why it did not pass, each in a line or several. */
  readonly reasons: readonly string[];
  readonly violations: readonly FoundViolation[];
  readonly seconds: number;
}

/** What became of a test. */
export interface TestResult {
  readonly name: string;
  readonly line: number;
  readonly outcome: CaseResult["outcome"];
  /** Why no case could be run. */
  readonly reasons: readonly string[];
  readonly cases: readonly CaseResult[];
  readonly seconds: number;
}

/** What became of a suite. */
export interface SuiteResult {
  readonly file: string;
  readonly outcome: CaseResult["outcome"];
  readonly tests: readonly TestResult[];
  readonly seconds: number;
}

/** What several outcomes come to together. */
export const worstOutcome = (outcomes: readonly CaseResult["outcome"][]): CaseResult["outcome"] => {
  if (outcomes.includes("error")) return "error";
  if (outcomes.includes("failed")) return "failed";
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === "skipped") ? "skipped" : "passed";
};

/** A value that is JSON, as everything that is read from files. */
export const asJson = (value: unknown): Json => value as Json;
