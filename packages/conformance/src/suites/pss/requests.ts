import {
  type Answer,
  type GroupVersionKind,
  type GroupVersionResource,
  type Operation,
  readPolicies,
  review,
} from "@ostiary/core";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

/** An admission request with its surroundings, and the whole answer of upstream's admission. */
interface Line {
  readonly name: string;
  readonly config: unknown;
  /** `null` when the namespace is not found. */
  readonly namespace: { readonly name: string; readonly labels: unknown } | null;
  readonly pods?: readonly unknown[] | null;
  readonly podsError?: string;
  readonly request: {
    readonly operation: Operation;
    readonly kind: GroupVersionKind;
    readonly resource: GroupVersionResource;
    readonly subresource: string;
    readonly name: string;
    readonly namespace: string;
    readonly userName: string;
    readonly object: unknown;
    readonly oldObject?: unknown;
  };
  readonly expect: Omit<Answer, "server" | "message"> & { readonly message: string | null };
}

const judge = (line: Line): Outcome => {
  const { userName, ...request } = line.request;
  const policies = readPolicies(line.config === null ? [] : [line.config]);
  const decision = review(
    {
      ...request,
      userInfo: { username: userName },
      namespaceObject:
        line.namespace === null
          ? { lookupError: `namespaces "${request.namespace}" not found` }
          : { metadata: line.namespace },
      existingPods: line.podsError === undefined ? (line.pods ?? []) : { lookupError: line.podsError },
    },
    policies,
  );
  const [answer] = decision.answers ?? [];
  if (answer === undefined) return { kind: "failed", difference: `no answer: ${decision.problems[0]?.message}` };
  const { server, ...ours } = answer;
  return compare(
    { ...withoutDecoderText(ours), server, isMilder: decision.allowed && !answer.allowed },
    {
      ...withoutDecoderText(line.expect),
      message: line.expect.message ?? undefined,
      server: "pod-security",
      isMilder: false,
    },
  );
};

/** What the decoder of the reference says of an object it cannot decode; the README asks for no more than that it fails. */
const DECODER_TEXT = /^(failed to decode {1,2}(?:old )?object)(?:: .*)?$/s;

const withoutDecoderText = <Reply extends Pick<Answer, "auditAnnotations">>(reply: Reply): Reply => {
  const { error, ...others } = reply.auditAnnotations;
  if (error === undefined) return reply;
  return { ...reply, auditAnnotations: { ...others, error: error.replace(DECODER_TEXT, "$1") } };
};

/** The admission requests of `pss`. */
export const requests: CaseFile = {
  names: /^admission-random\.jsonl$/,
  list: caseEachLine<Line>(({ name }) => name, judge),
};
