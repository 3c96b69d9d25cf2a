import {
  type Decision,
  evaluate,
  type PolicyKind,
  type Review,
  readPolicies,
  review,
  type Subject,
} from "@ostiary/core";
import { type GatekeeperOptions, gatekeeper } from "../src/all-engines/gatekeeper.js";

const policiesOf = (documents: readonly unknown[], options: GatekeeperOptions) =>
  readPolicies(documents, { kinds: [gatekeeper(options)] });

/** Evaluates an object by policies of Gatekeeper. */
export const evaluateBy = (
  documents: readonly unknown[],
  object: unknown,
  { options = {}, labels = {}, ...others }: EvaluateMeans = {},
): Decision => evaluate(object, labels, policiesOf(documents, options), others);

interface EvaluateMeans extends NonNullable<Parameters<typeof evaluate>[3]> {
  readonly options?: GatekeeperOptions;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Reviews a request by policies of Gatekeeper. */
export const reviewBy = (documents: readonly unknown[], request: Review, options: GatekeeperOptions = {}): Decision =>
  review(request, policiesOf(documents, options));

/** The answer of Gatekeeper's webhook in a decision. */
export const answerOf = ({ answers = [] }: Decision) => answers.find(({ server }) => server === "gatekeeper");

/** The subject that a kind of policy gets of an object that is evaluated, or of a request. */
export const subjectOf = (object: unknown, request?: Review): Subject => {
  const seen: Subject[] = [];
  const watching: PolicyKind = {
    name: "Watching",
    handles: () => false,
    read: () => ({
      problems: [],
      bind: (subject) => {
        seen.push(subject);
        return { policies: [], considered: [], problems: [] };
      },
    }),
  };
  const policies = readPolicies([], { kinds: [watching] });
  if (request === undefined) evaluate(object, { team: "a" }, policies);
  else review(request, policies);
  const [subject] = seen;
  if (subject === undefined) throw new Error("nobody was asked");
  return subject;
};
