import type { FieldPath } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { Fault } from "../outcome.js";

/** A place in a value, as the validation of schemas writes it behind an empty segment: `[].spec.parameters.repos[0]: …`. */
const INVALID_PLACE = /\[\]\.([^\s:,]+): /;
/** The first of the fields that nobody knows: `unknown fields: [spec.foo spec.bar]`. */
const UNKNOWN_PLACE = /unknown fields: \[([^\s\]]+)/;

/**
 * Where in a document the fault is that Gatekeeper tells, as far as its words or the kind of the fault say that.
 *
 * @returns `undefined` where nobody can tell
 */
export const placeFault = (
  { code, message }: Pick<Fault, "code" | "message">,
  value: unknown,
): FieldPath | undefined => {
  if (code === "invalid-rego") return placeRego(value);
  const written = INVALID_PLACE.exec(message)?.[1] ?? UNKNOWN_PLACE.exec(message)?.[1];
  return written === undefined ? undefined : readPlace(written);
};

const STEP = /\[(\d+)\]|([^.[\]]+)/g;

const readPlace = (written: string): FieldPath =>
  [...written.matchAll(STEP)].map(([, index, name = ""]) => (index === undefined ? name : Number(index)));

/** The source of a template in Rego: a field of its own in the old form, an entry among languages in the new one. */
const placeRego = (value: unknown): FieldPath | undefined => {
  const [target] = ObjectView.root(new Reading(), value, []).object("spec").objects("targets");
  if (target === undefined) return undefined;
  if ((target.string("rego") ?? "") !== "") return target.path("rego");
  const entry = target.objects("code").find((one) => one.string("engine") === "Rego");
  return entry?.object("source").path("rego");
};
