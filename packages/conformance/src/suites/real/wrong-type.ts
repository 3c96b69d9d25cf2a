import { evaluate, readPolicies } from "@ostiary/core";
import { CONTROLS, findPodCarrier, groupOf, ObjectView, PodView, Reading } from "@ostiary/rules";
import { type Outcome, PASSED } from "../../suite.js";

const POLICIES = readPolicies([]);
const RESTRICTED = { "pod-security.kubernetes.io/enforce": "restricted" };

/**
 * Weighs an object that Kubernetes does not decode because of a wrong type: we must refuse it if the wrong type is in a field
 * that a rule reads; of the other fields we know no types, on purpose.
 *
 * @param error - the words of Go's decoder, which name the field
 */
export const weighWrongType = (object: unknown, error: string): Outcome => {
  const { problems } = evaluate(object, RESTRICTED, POLICIES);
  if (problems.some(({ code, effect }) => code === "invalid-type" && effect === "deny")) return PASSED;
  const field = fieldOf(error);
  if (field === undefined || fieldsReadOf(object).has(field)) {
    return { kind: "failed", difference: `the wrong type is not noticed: ${error}` };
  }
  return { kind: "deviation", reason: "a wrong type in a field that no rule reads is not noticed" };
};

const STRUCT_FIELD = /Go struct field \w+\.([\w.]+) of type/;

/** `spec.volumes.fc.lun` of `… Go struct field FCVolumeSource.spec.volumes.VolumeSource.fc.lun of type …`. */
const fieldOf = (error: string): string | undefined => {
  const steps = STRUCT_FIELD.exec(error)?.[1]?.split(".");
  // Structs that are embedded in others are named too; no field of the API begins with a capital.
  return steps?.filter((step) => !/^[A-Z]/.test(step)).join(".");
};

/** Every field of an object that any control looks at, at any version. */
const fieldsReadOf = (value: unknown): ReadonlySet<string> => {
  const reading = new Reading();
  reading.reads = [];
  const object = ObjectView.root(reading, value, []);
  const group = groupOf(object.string("apiVersion") ?? "");
  const carrier = findPodCarrier({ group, kind: object.string("kind") ?? "" });
  if (carrier !== undefined) {
    const pod = new PodView(carrier.podPath.reduce((view, step) => view.object(String(step)), object));
    for (const { find } of CONTROLS.flatMap(({ behaviours }) => behaviours)) find(pod);
  }
  return new Set(reading.reads.map(({ path }) => path.filter((step) => typeof step === "string").join(".")));
};
