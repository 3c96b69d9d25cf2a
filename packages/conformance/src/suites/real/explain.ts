import { ObjectView, Reading } from "@ostiary/rules";
import type { Difference, ExpectedViolation } from "../deckhouse/compare-violations.js";

/** Why an answer may differ from the real engine's. */
interface Explanation {
  readonly reason: string;
  /** Whether it is this that makes the difference. */
  explains(difference: Difference, object: ObjectView): boolean;
}

/** Where the collection's objects keep the pod's spec. */
const SPEC_PATHS: readonly (readonly string[])[] = [
  ["spec"],
  ["spec", "template", "spec"],
  ["template", "spec"],
  ["spec", "jobTemplate", "spec", "template", "spec"],
];

const volumesOf = (object: ObjectView): readonly ObjectView[] =>
  SPEC_PATHS.flatMap((path) => path.reduce((view, step) => view.object(step), object).objects("volumes"));

const isAboutVolumes = ({ constraintKind }: ExpectedViolation): boolean => constraintKind === "D8AllowedVolumeTypes";

const EXPLANATIONS: readonly Explanation[] = [
  {
    reason:
      "the real engine is silent, for its message would quote a name or an image that the object lacks; we report",
    explains: ({ missing, additional }, object) =>
      missing.length === 0 &&
      additional.every(
        ({ message }) => message.includes("<>") || object.object("metadata").string("name") === undefined,
      ),
  },
  {
    reason: "the API server makes a volume without a source an emptyDir; the real engine was given it as written",
    explains: ({ missing, additional }, object) =>
      missing.length === 0 &&
      additional.every(isAboutVolumes) &&
      volumesOf(object).some((volume) => volume.names().every((name) => name === "name")),
  },
  {
    reason: "the API server drops a volume's source that is null; the real engine was given it as written",
    explains: ({ missing, additional }, object) =>
      additional.length === 0 &&
      missing.every(isAboutVolumes) &&
      volumesOf(object).some((volume) => volume.names().some((name) => volume.raw(name) === null)),
  },
];

/** Why an answer differs from the real engine's on purpose; `undefined` where it should not. */
export const explain = (difference: Difference, object: unknown): string | undefined => {
  if (difference.missing.length + difference.additional.length === 0) return undefined;
  const view = ObjectView.root(new Reading(), object, []);
  return EXPLANATIONS.find(({ explains }) => explains(difference, view))?.reason;
};
