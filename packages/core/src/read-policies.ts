import { ObjectView, type PodCarrier, Reading, typeName } from "@ostiary/rules";
import { podSecurity } from "./admission/pod-security-kind.js";
import type { Problem } from "./decision.js";
import { refuseThrown } from "./guard.js";
import { ownFields } from "./own-fields.js";
import type { PolicyDocument, PolicyKind } from "./policy-kind.js";
import type { PolicySet } from "./policy-set.js";
import { describeDocumentFault, describeTypeFault, refuseDocument } from "./problems.js";
import { readKinds, readPodCarriers } from "./read-lists.js";
import type { Level } from "./standards/level.js";
import type { Mode } from "./standards/standard.js";
import { readKind } from "./subject.js";
import { findUnknownOptions, type OptionNames } from "./unknown-options.js";

/** A standard in words: `restricted`, which means its latest version, or `restricted:v1.30`. */
export type StandardText = Level | `${Level}:latest` | `${Level}:v1.${number}`;

/** How policies are read. Everything is optional. */
export interface ReadOptions {
  /**
   * A `PodSecurityConfiguration`, bare or inside an `AdmissionConfiguration`: defaults and exemptions; or what a further kind
   * of policy takes for its settings.
   */
  readonly settings?: unknown;
  /** Standards that hold whatever labels and configuration say, by mode: `{ enforce: "restricted:v1.30" }`. */
  readonly standards?: Readonly<Partial<Record<Mode, StandardText>>>;
  /** The newest version of the standards that the server knows, e.g. `v1.30`. Default: the newest there is. */
  readonly emulatedVersion?: string;
  /** The alpha feature gate `UserNamespacesPodSecurityStandards` of servers v1.29 to v1.34. Default: false. */
  readonly userNamespacesPodSecurityStandards?: boolean;
  /** Further kinds of objects that hold pods, e.g. Argo's Rollout. */
  readonly podCarriers?: readonly PodCarrier[];
  /** Further kinds of policies, e.g. `deckhouse()` of `@ostiary/core/deckhouse`. */
  readonly kinds?: readonly PolicyKind[];
}

/** The names of all options of {@link ReadOptions}. */
export const READ_OPTION_NAMES: OptionNames<ReadOptions> = {
  settings: true,
  standards: true,
  emulatedVersion: true,
  userNamespacesPodSecurityStandards: true,
  podCarriers: true,
  kinds: true,
};

/**
 * Reads policies once, for any number of evaluations.
 *
 * @param documents - policy documents of any kind that is registered; each an object as parsed from YAML or JSON
 * @returns a set that is always usable: what could not be read is in its `problems`, and refuses until mended
 *
 * @example
 * ```ts
 * const policies = readPolicies([], { standards: { enforce: "restricted:v1.30", warn: "restricted" } });
 * ```
 */
export const readPolicies = (documents: readonly unknown[], options: ReadOptions = {}): PolicySet =>
  guardReading(() => {
    const unknown = findUnknownOptions(options, READ_OPTION_NAMES);
    const read = readAll(documents, options);
    return unknown.length === 0 ? read : Object.freeze({ ...read, problems: [...unknown, ...read.problems] });
  });

/** Reads policies by those options that {@link ReadOptions} has, whatever others there are. */
export const readPolicySet = (documents: readonly unknown[], options: ReadOptions): PolicySet =>
  guardReading(() => readAll(documents, options));

const guardReading = (read: () => PolicySet): PolicySet => {
  try {
    return read();
  } catch (error) {
    // Nothing in here is meant to throw, but documents and options may have getters that do.
    const loaded = [podSecurity({}).read([])];
    return Object.freeze({ problems: [refuseThrown(error, "read")], loaded, podCarriers: [] });
  }
};

const readAll = (documents: readonly unknown[], options: ReadOptions): PolicySet => {
  const problems: Problem[] = [];
  const own = ownFields(options);
  const { settings } = own;
  const podCarriers = readPodCarriers(own.podCarriers, problems);
  const kinds = [podSecurity(own), ...readKinds(own.kinds, problems)];
  const given = readList(documents, problems).map((value, index) => readDocument(value, index, problems));
  if (settings !== undefined) given.unshift(readDocument(settings, undefined, problems));
  for (const document of given) {
    if (document.isReadable && !kinds.some((kind) => kind.handles(document))) problems.push(refuseUnknown(document));
  }
  const loaded = kinds.map((kind) =>
    kind.read(given.filter((document) => document.isReadable && kind.handles(document))),
  );
  return Object.freeze({
    problems: [...problems, ...loaded.flatMap((policies) => policies.problems)],
    loaded,
    podCarriers,
  });
};

const readList = (documents: readonly unknown[], problems: Problem[]): readonly unknown[] => {
  if (Array.isArray(documents)) return documents;
  const fault = { path: [], expected: "list of documents", found: typeName(documents) };
  problems.push(describeTypeFault(fault, "policies: "));
  return [];
};

const readDocument = (value: unknown, index: number | undefined, problems: Problem[]): ReadDocument => {
  const view = ObjectView.root(new Reading(), value, []);
  if (!view.present) view.reading.fault([], "object", "nothing");
  const kind = readKind(view);
  const { faults } = view.reading;
  problems.push(...faults.map((fault) => describeDocumentFault(fault, { index })));
  return { ...kind, index, value, isReadable: faults.length === 0 };
};

interface ReadDocument extends PolicyDocument {
  readonly isReadable: boolean;
}

const refuseUnknown = (document: PolicyDocument): Problem => {
  const { group, version, kind } = document;
  const apiVersion = group === "" ? version : `${group}/${version}`;
  return refuseDocument(document, "unknown-policy", `no kind of policy reads \`${apiVersion}\` \`${kind}\``);
};
