import * as z from "zod/mini";
import { always, constraintKind, PODS, type PolicyValues } from "../constraint-kind.js";
import { MISSING_BOUND_CLOSES, MISSING_BOUND_OPENS } from "../language/number-range.js";
import type { Json } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import { fsGroupField, judgeFsGroup } from "./fs-group.js";
import type { GroupWording } from "./group-rule.js";
import { idRule, writeIdRule } from "./id-rule.js";
import { type ContainerJudge, judgeContainers } from "./judge-containers.js";
import { judgeTemplate } from "./pod-template.js";
import { judgeRunAsGroup, runAsGroupField } from "./run-as-group.js";
import {
  judgeRunAsUser,
  NON_ROOT,
  type RefusedUser,
  readUser,
  runAsUserField,
  type User,
  type UserBehaviour,
} from "./run-as-user.js";
import { judgeSupplementalGroups, supplementalGroupsField } from "./supplemental-groups.js";
import { coversUser176, coversUserNext, wordUserException176, wordUserExceptionNext } from "./user-exception.js";
import { withoutAbsent } from "./without-absent.js";

const schema = z.looseObject({
  runAsUser: z.optional(idRule),
  runAsGroup: z.optional(idRule),
  fsGroup: z.optional(idRule),
  supplementalGroups: z.optional(idRule),
});

type Parameters = z.infer<typeof schema>;

/** What differs between releases. */
interface Behaviour {
  readonly user: UserBehaviour;
  readonly groups: GroupWording;
  /** Whether an exception covers whatever is wrong with a container's user and groups. */
  readonly isCovered: (exception: ObjectView, user: User) => boolean;
}

const ATTEMPT = "is attempting to run";

const wordUser166 = ({ container, found, rule, allowed }: RefusedUser): string => {
  if (found !== undefined)
    return `Container ${container} ${ATTEMPT} as disallowed user ${found}. Allowed runAsUser: ${allowed}`;
  const field = rule === NON_ROOT ? "runAsNonRoot or securityContext/runAsUser != 0" : "runAsUser";
  return `Container ${container} ${ATTEMPT} without a required securityContext/${field}`;
};

const wordGroups166: GroupWording["word"] = (container, field, found, allowed) => {
  const what = field === "supplementalGroups" ? "with disallowed supplementalGroups" : "as disallowed group";
  const how = found === undefined ? `without a required securityContext/${field}` : `${what} ${found}`;
  return `Container ${container} ${ATTEMPT} ${how}. Allowed ${field}: ${allowed}`;
};

const wordUser = ({ container, found, rule, allowed }: RefusedUser): string => {
  const missing = rule === NON_ROOT ? "not set, runAsNonRoot: not set" : "not set";
  const actual = `Actual runAsUser: ${found ?? missing}`;
  return `Container ${container} ${ATTEMPT} as disallowed user. | ${actual} | Allowed runAsUser: ${allowed}`;
};

const wordGroups: GroupWording["word"] = (container, field, found = "not set", allowed) =>
  `Container ${container} ${ATTEMPT} as disallowed ${field}. | Actual ${field}: ${found} | Allowed ${field}: ${allowed}`;

const never = () => false;

const RELEASE_166: Behaviour = {
  user: { missingBounds: MISSING_BOUND_CLOSES, isCovered: never, word: wordUser166 },
  groups: { missingBounds: MISSING_BOUND_CLOSES, word: wordGroups166 },
  isCovered: never,
};

const RELEASE_176: Behaviour = {
  user: {
    missingBounds: MISSING_BOUND_CLOSES,
    isCovered: never,
    word: (refused, exception) => wordUser(refused) + wordUserException176(exception),
  },
  groups: { missingBounds: MISSING_BOUND_CLOSES, word: wordGroups },
  isCovered: coversUser176,
};

const NEXT: Behaviour = {
  user: {
    missingBounds: MISSING_BOUND_OPENS,
    isCovered: coversUserNext,
    word: (refused, exception) => wordUser(refused) + wordUserExceptionNext(refused, exception),
  },
  groups: { missingBounds: MISSING_BOUND_OPENS, word: wordGroups },
  isCovered: never,
};

/**
 * Containers must run as allowed users and groups: {@link judgeRunAsUser}, {@link judgeRunAsGroup}, {@link judgeFsGroup} and
 * {@link judgeSupplementalGroups}.
 *
 * Made     where any of the four fields is given and is not RunAsAny
 * Excepted from 1.76 on: securityContext.runAsUser.allowedValues and runAsNonRoot.allowedValue, for pods that name their user;
 *          in 1.76 a user that is covered waives the groups too
 */
export const allowedUsers = constraintKind<Parameters>({
  name: "D8AllowedUsers",
  fields: [fsGroupField, runAsUserField, runAsGroupField, supplementalGroupsField],
  objects: PODS,
  parameters: schema,
  generate: always(writeRules),
  behaviours: {
    "1.66": (parameters) => judgeContainers(...judgesFor(parameters, RELEASE_166)),
    "1.76": (parameters) => judgeContainers(...judgesFor(parameters, RELEASE_176)),
    next: (parameters) => judgeTemplate(judgeContainers(...judgesFor(parameters, NEXT))),
  },
});

function writeRules(values: PolicyValues): Json | undefined {
  const rules = Object.entries({
    runAsUser: writeIdRule(values.runAsUser),
    runAsGroup: writeIdRule(values.runAsGroup),
    fsGroup: writeIdRule(values.fsGroup),
    supplementalGroups: writeIdRule(values.supplementalGroups),
  });
  return rules.every(([, rule]) => rule === undefined) ? undefined : withoutAbsent(Object.fromEntries(rules));
}

function judgesFor(parameters: Parameters, { user, groups, isCovered }: Behaviour): readonly ContainerJudge[] {
  const { runAsUser, runAsGroup, fsGroup, supplementalGroups } = parameters;
  const judges = [
    runAsUser && judgeRunAsUser(runAsUser, user),
    runAsGroup && judgeRunAsGroup(runAsGroup, groups),
    fsGroup && judgeFsGroup(fsGroup, groups),
    supplementalGroups && judgeSupplementalGroups(supplementalGroups, groups),
  ];
  return judges.filter((judge) => judge !== undefined).map((judge) => exceptCovered(judge, isCovered));
}

const exceptCovered =
  (judge: ContainerJudge, isCovered: Behaviour["isCovered"]): ContainerJudge =>
  (container, subject) => {
    const result = judge(container, subject);
    if (result === undefined) return undefined;
    const user = readUser(container, subject.pod);
    return isCovered(subject.exception(container.ref), user) ? undefined : result;
  };
