import type { MutationError, TraceEntry } from "@ostiary/gatekeeper";
import type { ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { placeIn } from "../check/policy-document.js";
import { editManifests, type ObjectChange } from "./edit-manifests.js";
import { isExempt, type MutationRuling, mutateObject } from "./mutate-object.js";
import type { MutationFile } from "./mutation-files.js";

/** An object, and what became of it. */
export interface MutatedObject extends ObjectChange {
  readonly document: ObjectDocument;
  readonly mutated: boolean;
  readonly iterations: number;
  readonly trace: readonly TraceEntry[];
}

/** A file, and what became of it. */
export interface MutatedFile extends MutationFile {
  readonly objects: readonly MutatedObject[];
  /** The text with all objects as they are now. */
  readonly newText: string;
  readonly problems: readonly FileProblem[];
  /** How many of the objects a cluster would refuse, because a mutator fails. */
  readonly refused: number;
}

/** Applies mutators to the objects of a file. Gatekeeper's own objects are left out. */
export const mutateFile = (file: MutationFile, ruling: MutationRuling): MutatedFile => {
  const objects: MutatedObject[] = [];
  const problems: FileProblem[] = [];
  for (const document of file.documents) {
    if (isExempt(document.value)) continue;
    const outcome = mutateObject(document.value, ruling);
    if (outcome.ok) objects.push({ ...outcome.value, document });
    else problems.push(describeError(outcome.error, document, file.name));
  }
  const changes = new Map(objects.filter(({ mutated }) => mutated).map((object) => [object.document, object]));
  const edited = changes.size === 0 ? undefined : editManifests(file.text, file.documents, changes);
  const told = edited?.rewritten.map((document) => warnOfRewriting(document, file.name)) ?? [];
  if (changes.size > 0 && edited === undefined) told.push(refuseEdit(file.name));
  return {
    ...file,
    objects,
    newText: edited?.text ?? file.text,
    problems: [...problems, ...told],
    refused: problems.length,
  };
};

const describeError = ({ message, code }: MutationError, document: ObjectDocument, file: string): FileProblem => ({
  ...placeIn(document, file, []),
  severity: "error",
  code,
  message,
});

const warnOfRewriting = (document: ObjectDocument, file: string): FileProblem => ({
  ...placeIn(document, file, []),
  severity: "warning",
  code: "rewritten",
  message: "the object is written anew, without its comments: its text cannot be changed in the places that matter",
});

const refuseEdit = (file: string): FileProblem => ({
  file,
  severity: "error",
  code: "not-editable",
  message: "the text cannot be changed: objects share parts by anchors, or it is not UTF-8",
});
