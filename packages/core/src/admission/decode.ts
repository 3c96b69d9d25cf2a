import { ObjectView, PodView, Reading } from "@ostiary/rules";
import type { GroupVersionKind } from "../request.js";
import { readKind, readMetadata } from "../subject.js";
import { isBuiltIn } from "./built-in-kinds.js";

/** An object as Kubernetes' decoder takes it in, or not: `undefined` when it cannot be decoded. */
export interface Decoded {
  readonly view: ObjectView;
  readonly kind: GroupVersionKind;
}

/**
 * Decodes an object as far as Pod Security looks at it: its kind must be known and its metadata of the right types.
 *
 * @source admission/admission.go
 */
export const decode = (value: unknown): Decoded | undefined => {
  const view = ObjectView.root(new Reading(), value, []);
  const kind = readKind(view);
  readMetadata(view);
  return view.present && view.reading.faults.length === 0 && isBuiltIn(kind) ? { view, kind } : undefined;
};

/** The pod that a decoded object is; `undefined` for another kind. */
export const asPod = ({ view, kind }: Decoded): PodView | undefined =>
  kind.group === "" && kind.kind === "Pod" ? new PodView(view) : undefined;
