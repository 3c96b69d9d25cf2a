import { dirname, join } from "node:path";
import {
  type ClientOptions,
  type ClientResult,
  type ClientReview,
  createClient,
  type GatekeeperClient,
  type Json,
  objectRequest,
  readExpansionTemplates,
  regoEngine,
  reviewExpanded,
} from "@ostiary/gatekeeper";
import { compare } from "../../compare.js";
import { readJsonLines } from "../../json-lines.js";
import type { CaseFile, ConformanceCase, Outcome } from "../../suite.js";
import { type DocumentPlace, type Manifests, nameDocument } from "./manifests.js";

/** What one constraint of the library says of one object. Objects that none objects to have no line. */
interface Line extends DocumentPlace {
  readonly template: string;
  readonly constraint: string;
  readonly enforcementAction: string;
  readonly messages: readonly string[];
}

/** A document of the collection. */
interface Described extends DocumentPlace {
  readonly status: string;
}

/** How the objects are judged for each of the files. */
interface Judging {
  readonly options: ClientOptions;
  readonly expansionTemplates: readonly unknown[];
  /** Which templates are loaded, by their texts. */
  readonly isMeant: (template: string) => boolean;
}

/** Templates that ask for other objects are left out of the collection. */
const isSelfContained = (template: string): boolean => !template.includes("data.inventory");
const hasNativeCode = (template: string): boolean => template.includes("K8sNativeValidation");

const WORKLOADS = [
  { groups: ["apps"], versions: ["v1"], kinds: ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"] },
  { groups: [""], versions: ["v1"], kinds: ["ReplicationController"] },
  { groups: ["batch"], versions: ["v1"], kinds: ["Job"] },
];

const expansionTemplate = (name: string, spec: object) => ({
  apiVersion: "expansion.gatekeeper.sh/v1beta1",
  kind: "ExpansionTemplate",
  metadata: { name },
  spec,
});

/** The ExpansionTemplates that the collection describes. */
const EXPANSION = [
  expansionTemplate("workloads", {
    applyTo: WORKLOADS,
    templateSource: "spec.template",
    generatedGVK: { group: "", version: "v1", kind: "Pod" },
  }),
  expansionTemplate("cronjobs", {
    applyTo: [{ groups: ["batch"], versions: ["v1"], kinds: ["CronJob"] }],
    templateSource: "spec.jobTemplate",
    generatedGVK: { group: "batch", version: "v1", kind: "Job" },
  }),
];

const REGO_ONLY: ClientOptions = { engines: [regoEngine()] };

const FILES: Readonly<Record<string, Judging>> = {
  "library.jsonl": { options: REGO_ONLY, expansionTemplates: [], isMeant: isSelfContained },
  "library-cel.jsonl": { options: {}, expansionTemplates: [], isMeant: hasNativeCode },
  "library-expanded.jsonl": { options: REGO_ONLY, expansionTemplates: EXPANSION, isMeant: isSelfContained },
};

/** What the templates of the public library say of each manifest, each template with one constraint. */
export const library = (manifests: Manifests): CaseFile => ({
  names: /^library(-cel|-expanded)?\.jsonl$/,
  list: (path) => {
    const judging = FILES[path.slice(path.lastIndexOf("/") + 1)];
    return judging === undefined ? [] : listCases(path, judging, manifests);
  },
});

const listCases = (path: string, judging: Judging, manifests: Manifests): readonly ConformanceCase[] => {
  const described = readJsonLines<Described>(join(dirname(path), "documents.jsonl"));
  const objects = described.filter(({ status }) => status !== "list" && status !== "parse-error");
  const expected = groupByDocument(readJsonLines<Line>(path));
  let reviewer: Reviewer | undefined;
  return objects.map((place) => ({
    id: nameDocument(place),
    judge: () => {
      reviewer ??= createReviewer(join(dirname(path), "..", "gatekeeper-library"), judging, objects, manifests);
      return judge(place, expected.get(nameDocument(place)) ?? [], reviewer, manifests);
    },
  }));
};

const groupByDocument = (lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(nameDocument(line)) ?? [];
    groups.set(nameDocument(line), group);
    group.push(line);
  }
  return groups;
};

type Reviewer = (object: Json) => readonly ClientResult[];

const judge = (place: DocumentPlace, lines: readonly Line[], review: Reviewer, manifests: Manifests): Outcome => {
  const document = manifests.find(place);
  if (document?.kind !== "object") return { kind: "failed", difference: `read as ${document?.kind ?? "nothing"}` };
  const actual = review(document.value as Json).map(
    ({ constraint, enforcementAction, message }) =>
      `${constraint.kind.toLowerCase()} ${constraint.name} ${enforcementAction} ${message}`,
  );
  const wanted = lines.flatMap(({ template, constraint, enforcementAction, messages }) =>
    messages.map((message) => `${template} ${constraint} ${enforcementAction} ${message}`),
  );
  return compare({ violations: withoutRows(actual) }, { violations: withoutRows(wanted) });
};

/** The collection was made with the library's own files, whose rules stand at other lines. */
const withoutRows = (violations: readonly string[]): readonly string[] =>
  violations.map((violation) => violation.replace(/template:\d+: eval_/, "template: eval_")).sort();

const createReviewer = (
  folder: string,
  { options, expansionTemplates, isMeant }: Judging,
  objects: readonly Described[],
  manifests: Manifests,
): Reviewer => {
  const data = objects.flatMap((place) => {
    const document = manifests.find(place);
    return document?.kind === "object" ? [document.value] : [];
  });
  const client = loadLibrary(folder, options, isMeant);
  const { templates } = readExpansionTemplates(expansionTemplates);
  return (object) => {
    const request = objectRequest(object);
    const { namespace } = request;
    const review: ClientReview = {
      request,
      namespaceObject: namespace === "" ? NO_NAMESPACE : findNamespace(data, namespace),
      source: "Original",
      enforcementPoint: "gator.gatekeeper.sh",
    };
    const expanded = reviewExpanded(client, review, { templates });
    // Of an object that cannot be expanded the collection tells what is said of the object itself.
    const outcome = expanded.ok || expanded.error.code !== "expansion-failed" ? expanded : client.review(review);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  };
};

interface Named {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
}

/** What gator supplies for objects that name no namespace. */
const NO_NAMESPACE = { metadata: { name: "" } };

/** `default` need not be in the collection. */
const findNamespace = (data: readonly unknown[], name: string): unknown =>
  data.findLast((object) => {
    const { kind, metadata } = object as Named;
    return kind === "Namespace" && metadata?.name === name;
  }) ?? (name === "default" ? { metadata: { name } } : undefined);

/** The templates, each with the constraint of its first sample. */
const loadLibrary = (folder: string, options: ClientOptions, isMeant: Judging["isMeant"]): GatekeeperClient => {
  const templates = readJsonLines<{ name: string; template: unknown }>(join(folder, "templates.jsonl")).filter(
    ({ template }) => isMeant(JSON.stringify(template)),
  );
  const samples = readJsonLines<{ template: string; path: string; constraint: unknown }>(
    join(folder, "constraints.jsonl"),
  ).toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const { client, ...faults } = createClient(
    {
      templates: templates.map(({ template }) => template),
      constraints: templates.map(({ name }) => samples.find(({ template }) => template === name)?.constraint),
      data: [],
    },
    options,
  );
  const fault = Object.values(faults)
    .flat()
    .find((one) => one !== undefined);
  if (fault !== undefined) throw new Error(fault.message);
  return client;
};
