import type { PolicyDocument, PolicyRef, Problem } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { Fault } from "../outcome.js";
import { placeFault } from "./fault-place.js";

/** What a document of Gatekeeper is for. */
export type DocumentRole = "template" | "constraint" | "config" | "mutator" | "expansion" | "provider" | "sync";

/** The kinds that Gatekeeper reads, but for constraints, of which every template makes a kind. */
const ROLES: Readonly<Record<string, DocumentRole>> = {
  "templates.gatekeeper.sh/ConstraintTemplate": "template",
  "config.gatekeeper.sh/Config": "config",
  "mutations.gatekeeper.sh/Assign": "mutator",
  "mutations.gatekeeper.sh/AssignImage": "mutator",
  "mutations.gatekeeper.sh/AssignMetadata": "mutator",
  "mutations.gatekeeper.sh/ModifySet": "mutator",
  "expansion.gatekeeper.sh/ExpansionTemplate": "expansion",
  "externaldata.gatekeeper.sh/Provider": "provider",
  "syncset.gatekeeper.sh/SyncSet": "sync",
};

const CONSTRAINT_GROUP = "constraints.gatekeeper.sh";

/** What a document is for; `undefined` for one that is none of Gatekeeper's. */
export const roleOf = ({ group, kind }: Pick<PolicyDocument, "group" | "kind">): DocumentRole | undefined => {
  if (group === CONSTRAINT_GROUP) return "constraint";
  const name = `${group}/${kind}`;
  return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
};

/** The documents of each role, in the order given. */
export const sortDocuments = (documents: readonly PolicyDocument[]) => {
  const ofRole = (role: DocumentRole): readonly PolicyDocument[] =>
    documents.filter((document) => roleOf(document) === role);
  return {
    templates: ofRole("template"),
    constraints: ofRole("constraint"),
    configs: ofRole("config"),
    mutators: ofRole("mutator"),
    expansions: ofRole("expansion"),
    providers: ofRole("provider"),
  };
};

/** Some messages of Gatekeeper have several lines. */
export const onOneLine = (message: string): string => message.trim().replace(/\s*\n\s*/g, "; ");

/** A document that Gatekeeper refuses refuses everything, until it is mended. */
export const refuseDocument = (
  document: PolicyDocument,
  { code, message }: Pick<Fault, "code" | "message">,
): Problem => {
  const path = placeFault({ code, message }, document.value);
  return {
    code,
    message: `${document.index === undefined ? "settings" : `policy document ${document.index}`}: ${onOneLine(message)}`,
    policy: refer(document),
    ...(document.index !== undefined && { document: document.index }),
    ...(path !== undefined && { path }),
    effect: "deny",
  };
};

const refer = ({ kind, value }: PolicyDocument): PolicyRef => ({
  kind,
  name: ObjectView.root(new Reading(), value, []).object("metadata").string("name") ?? "",
});

/** The problems of several documents, told by their places in a list of them. */
export const refuseDocuments = (
  documents: readonly PolicyDocument[],
  faults: readonly (Fault | undefined)[],
): readonly Problem[] =>
  documents.flatMap((document, index) => {
    const fault = faults[index];
    return fault === undefined ? [] : [refuseDocument(document, fault)];
  });

/** Problems that name documents by their places in a list are those of the documents. */
export const moveProblems = (documents: readonly PolicyDocument[], problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => {
    const document = documents[problem.document ?? 0];
    return document === undefined ? problem : { ...problem, ...refuseDocument(document, problem) };
  });
