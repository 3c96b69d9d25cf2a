import { readPolicies } from "@ostiary/core";
import { deckhouse as deckhouseKind } from "@ostiary/core/deckhouse";
import type { ObjectDocument } from "@ostiary/manifests";
import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { judge, type Ruling } from "ostiary/check";
import { readJsonLines } from "../../json-lines.js";
import type { CaseFile, Outcome } from "../../suite.js";
import { compareViolations, differenceOf, type ExpectedViolation } from "../deckhouse/compare-violations.js";
import { explain } from "./explain.js";
import { type DocumentPlace, type Manifests, nameDocument } from "./manifests.js";
import { policySetting } from "./policy-sets.js";

/** An object under one set of policies, and what the real engine reports. */
interface Line extends DocumentPlace {
  readonly policySet: string;
  /** `object`: of the manifest's object itself; else of the pod that it is or would create. */
  readonly subject?: "pod" | "object";
  readonly expect: readonly ExpectedViolation[];
}

const NAMES = /^deckhouse-(.+)\.jsonl$/;
/** The namespace in which the collection has put every object, so that no system namespace hides one. */
const NAMESPACE = "workloads";
/** The constraints of the policies here that are about controllers; all others are about pods. */
const ABOUT_CONTROLLERS: readonly string[] = ["D8RevisionHistoryLimit"];

/** What `ostiary check` says of each manifest under the documentation's policies. */
export const deckhouse = (manifests: Manifests): CaseFile => ({
  names: NAMES,
  list: (path) => {
    const release = releaseOf(path);
    const rulings = new Map<string, Ruling>();
    return readJsonLines<Line>(path).map((line) => ({
      id: `${nameDocument(line)} ${line.policySet}${line.subject === undefined ? "" : ` ${line.subject}`}`,
      judge: () => judgeLine(line, rulingFor(line.policySet, release, rulings), manifests),
    }));
  },
});

const releaseOf = (path: string): Release => {
  const [, name] = NAMES.exec(path.slice(path.lastIndexOf("/") + 1)) ?? [];
  const release = RELEASES.find((candidate) => candidate === name);
  if (release === undefined) throw new Error(`unknown release ${name}`);
  return release;
};

const rulingFor = (policySet: string, release: Release, rulings: Map<string, Ruling>): Ruling => {
  const known = rulings.get(policySet);
  if (known !== undefined) return known;
  const { policies, labels } = policySetting(policySet);
  const ruling = {
    policies: readPolicies(policies, { kinds: [deckhouseKind({ profile: "deckhouse", release })] }),
    namespaces: new Map([[NAMESPACE, labels]]),
    namespace: NAMESPACE,
  };
  rulings.set(policySet, ruling);
  return ruling;
};

const judgeLine = (line: Line, ruling: Ruling, manifests: Manifests): Outcome => {
  const document = manifests.find(line);
  if (document?.kind !== "object") return { kind: "failed", difference: `read as ${document?.kind ?? "nothing"}` };
  const { decision, kind } = judge(withoutNamespace(document), line.file, ruling);
  const asksForController = line.subject === "object" && kind !== "Pod";
  const isMeant = (name: string): boolean => ABOUT_CONTROLLERS.includes(name) === asksForController;
  const outcome = compareViolations(decision, line.expect, isMeant);
  if (outcome.kind !== "failed") return outcome;
  const reason = explain(differenceOf(decision, line.expect, isMeant), document.value);
  return reason === undefined ? outcome : { kind: "deviation", reason };
};

/** The same document, whose object names no namespace. */
const withoutNamespace = (document: ObjectDocument): ObjectDocument => {
  // Every document of the collection that has a verdict has metadata, if any, that is an object.
  const object = document.value as { readonly metadata?: object };
  return { ...document, value: { ...object, metadata: { ...object.metadata, namespace: undefined } } };
};
