import type { Release } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";
import { exceptionSchema } from "./exception-schema.js";
import { type Exceptions, exceptionKey } from "./exceptions.js";
import { readDocument } from "./read-document.js";

/**
 * Reads SecurityPolicyExceptions. In a release that has none they are reported: they lift nothing there.
 *
 * @param documents - all of that kind
 */
export const readExceptions = (
  documents: readonly PolicyDocument[],
  release: Release,
  problems: Problem[],
): Exceptions => {
  const schema = exceptionSchema[release];
  if (schema === undefined) {
    for (const document of documents) problems.push(reportUnknown(document, release));
    return new Map();
  }
  const exceptions = new Map<string, unknown>();
  for (const document of documents) {
    const read = readDocument(document, schema);
    for (const problem of read.problems) problems.push(problem);
    if (read.content === undefined) continue;
    const { metadata, spec } = read.content;
    const key = exceptionKey(metadata.namespace ?? "", metadata.name);
    if (exceptions.has(key)) problems.push(refuseRepetition(document, metadata.name));
    exceptions.set(key, spec);
  }
  return exceptions;
};

const reportUnknown = (document: PolicyDocument, release: Release): Problem => ({
  ...refuseDocument(document, "unknown-policy", `release ${release} has no SecurityPolicyException`),
  effect: "report",
});

const refuseRepetition = (document: PolicyDocument, name: string): Problem =>
  refuseDocument(document, "duplicate-policy", `there is another SecurityPolicyException \`${name}\` in the namespace`);
