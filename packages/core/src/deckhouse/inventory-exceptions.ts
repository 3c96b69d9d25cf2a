import { ObjectView, Reading } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import type { Subject } from "../subject.js";
import { readKind } from "../subject.js";
import type { Exceptions } from "./exceptions.js";
import { readExceptions } from "./read-exceptions.js";

/**
 * The exceptions for a subject: those among the policies, and those that its inventory has, which count where both have one
 * of a name. Only exceptions of the subject's namespace are read, for no other can be named by its labels.
 */
export const withInventory = (
  exceptions: Exceptions,
  { review, namespace }: Subject,
  release: Release,
  problems: Problem[],
): Exceptions => {
  const documents = (review.inventory ?? []).flatMap((value) => asException(value, namespace));
  if (documents.length === 0) return exceptions;
  return new Map([...exceptions, ...readExceptions(documents, release, problems)]);
};

const asException = (value: unknown, namespace: string): readonly PolicyDocument[] => {
  const view = ObjectView.root(new Reading(), value, []);
  const kind = readKind(view);
  const isMeant = kind.group === "deckhouse.io" && kind.kind === "SecurityPolicyException";
  if (!isMeant || (view.object("metadata").string("namespace") ?? "") !== namespace) return [];
  return [{ ...kind, index: undefined, value }];
};
