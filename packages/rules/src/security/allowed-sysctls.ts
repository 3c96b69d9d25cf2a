import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyValues } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import type { Release } from "../release.js";
import type { Json, RuleResult } from "../rule.js";
import { allowedUnsafeSysctls, allowedUnsafeSysctlsField } from "./allowed-unsafe-sysctls.js";
import { exceptedList, exceptionAllowed } from "./exception-value.js";
import { forbiddenSysctls, forbiddenSysctlsField } from "./forbidden-sysctls.js";
import { isAbsentOrEmpty, listIncludes } from "./list-value.js";
import type { SysctlList } from "./sysctl-list.js";
import { withoutAbsent } from "./without-absent.js";

const schema = z.looseObject({
  allowedSysctls: z.optional(z.array(z.string())),
  forbiddenSysctls: z.optional(z.array(z.string())),
});

type Parameters = z.infer<typeof schema>;

/** What differs between releases. */
interface Behaviour {
  /** How many lists a sysctl can be reported for. */
  readonly mostResults: number;
  /** Whether a value of an exception covers a sysctl. */
  readonly covers: (value: Json, sysctl: string) => boolean;
  /** Words what an exception allows. */
  readonly wordException: (excepted: readonly Json[] | undefined) => string;
}

const RELEASE_166: Behaviour = { mostResults: 2, covers: () => false, wordException: () => "" };

const RELEASE_176: Behaviour = {
  mostResults: 2,
  covers: (value, sysctl) => value === sysctl,
  wordException: (excepted) => exceptionAllowed(" sysctls", excepted),
};

const NEXT: Behaviour = {
  mostResults: 1,
  covers: (value, sysctl) => typeof value === "string" && fitsWildcardSuffix(value, sysctl),
  wordException: () => "",
};

/**
 * Pods may set only kernel parameters that are allowed and not forbidden: {@link allowedUnsafeSysctls} and
 * {@link forbiddenSysctls}.
 *
 * Made     where either list is given; `*` among allowedUnsafeSysctls counts as absent while nothing is forbidden
 * Releases 1.66 and 1.76 report a parameter that is forbidden and not allowed twice; next reports it once, and checks nothing
 *          unless both lists are there
 * Excepted never in a cluster, whose schema makes the values of securityContext.sysctls objects, which no name equals; a value
 *          that is a text covers the parameter of that name from 1.76 on, in next with a final `*`
 */
export const allowedSysctls = constraintKind<Parameters>({
  name: "D8AllowedSysctls",
  fields: [allowedUnsafeSysctlsField, forbiddenSysctlsField],
  objects: PODS,
  parameters: schema,
  generate: always(writeLists),
  behaviours: {
    "1.66": (parameters) => judgeSysctls(prepareEach(parameters, "1.66"), RELEASE_166),
    "1.76": (parameters) => judgeSysctls(prepareEach(parameters, "1.76"), RELEASE_176),
    next: (parameters) => judgeSysctls(prepareBoth(parameters), NEXT),
  },
});

function writeLists({ allowedUnsafeSysctls: allowed, forbiddenSysctls: forbidden }: PolicyValues): Json | undefined {
  const admitsAll = listIncludes(allowed, "*") && isAbsentOrEmpty(forbidden);
  const listed = admitsAll ? undefined : allowed;
  if (listed === undefined && forbidden === undefined) return undefined;
  return withoutAbsent({ allowedSysctls: listed, forbiddenSysctls: forbidden });
}

/** A list that is ready. */
interface Prepared {
  readonly list: SysctlList;
  readonly patterns: readonly string[];
  readonly word: (sysctl: string, pod: string) => string;
}

/** Each list works by itself. */
function prepareEach({ forbiddenSysctls: forbidden, allowedSysctls: allowed }: Parameters, release: Release) {
  return [
    ...(forbidden === undefined ? [] : [prepare(forbiddenSysctls, forbidden, release)]),
    ...(allowed === undefined ? [] : [prepare(allowedUnsafeSysctls, allowed, release)]),
  ];
}

/** Neither list works without the other. */
function prepareBoth(parameters: Parameters): readonly Prepared[] {
  const { forbiddenSysctls: forbidden, allowedSysctls: allowed } = parameters;
  return forbidden === undefined || allowed === undefined ? [] : prepareEach(parameters, "next");
}

function prepare(list: SysctlList, patterns: readonly string[], release: Release): Prepared {
  const printed = printValue(patterns, "exact");
  return { list, patterns, word: (sysctl, pod) => list.word[release](sysctl, pod, printed) };
}

function judgeSysctls(lists: readonly Prepared[], behaviour: Behaviour): ConstraintCheck {
  return (subject) => {
    const results: RuleResult[] = [];
    const sysctls = lists.length === 0 ? [] : subject.pod.securityContext.objects("sysctls");
    for (const entry of sysctls) {
      const found = entry.string("name") ?? "";
      const broken = lists.filter(({ list, patterns }) => list.isBroken(patterns, found));
      if (broken.length === 0) continue;
      const excepted = exceptedList(subject.exception(), "sysctls");
      if (excepted?.some((value) => behaviour.covers(value, found))) continue;
      const suffix = behaviour.wordException(excepted);
      for (const { list, patterns, word } of broken.slice(0, behaviour.mostResults)) {
        const finding = { path: entry.path("name"), found, ...(list.isAllowList && { allowed: patterns }) };
        results.push({ rule: list.rule, message: word(found, subject.name) + suffix, findings: [finding] });
      }
    }
    return results;
  };
}
