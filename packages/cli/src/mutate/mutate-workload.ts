import type { FieldPath, Json, PodCarrier } from "@ostiary/core";
import type { Fault, Outcome } from "@ostiary/gatekeeper";
import { findPodCarrier, groupOf } from "@ostiary/rules";
import { readField, readIdentity } from "../check/identity.js";
import { type MutationRuling, mutateObject } from "./mutate-object.js";

/** What a workload makes on the way to its pods, and the pods. */
interface Stage {
  readonly apiVersion: string;
  readonly kind: string;
  /** Where its `metadata` and `spec` lie in the workload. */
  readonly path: FieldPath;
}

const POD = { apiVersion: "v1", kind: "Pod" } as const;
const JOB_OF_CRON_JOB: Stage = { apiVersion: "batch/v1", kind: "Job", path: ["spec", "jobTemplate"] };

/**
 * Applies mutators to an object, and to what it creates in a cluster: the Job of a CronJob, the pod of a workload. What becomes of
 * a pod stands in the workload's template, as if the workload had asked for it.
 *
 * @param podCarriers - further kinds of objects that hold pods
 */
export const mutateWorkload = (
  object: unknown,
  ruling: MutationRuling,
  podCarriers: readonly PodCarrier[] = [],
): Outcome<unknown> => {
  const own = mutateObject(object, ruling);
  if (!own.ok) return own;
  let current: unknown = own.value.object;
  for (const stage of stagesOf(current, podCarriers)) {
    const mutated = mutateStage(current, stage, ruling);
    if (!mutated.ok) return mutated;
    current = mutated.value;
  }
  return { ok: true, value: current };
};

const stagesOf = (object: unknown, podCarriers: readonly PodCarrier[]): readonly Stage[] => {
  const { apiVersion, kind } = readIdentity(object);
  const path = findPodCarrier({ group: groupOf(apiVersion), kind }, podCarriers)?.podPath ?? [];
  if (path.length === 0) return [];
  return [...(kind === "CronJob" ? [JOB_OF_CRON_JOB] : []), { ...POD, path }];
};

const mutateStage = (
  workload: unknown,
  { apiVersion, kind, path }: Stage,
  ruling: MutationRuling,
): Outcome<unknown> => {
  const template = path.reduce((value: unknown, step) => readField(value, String(step)), workload);
  if (!isFields(template)) return { ok: true, value: workload };
  const { name, namespace } = readIdentity(workload);
  const given = template["metadata"];
  const about = { generateName: `${name}-`, ...(namespace !== "" && { namespace }) };
  const created = {
    apiVersion,
    kind,
    metadata: { ...(isFields(given) ? given : {}), ...about },
    spec: template["spec"],
  };
  const outcome = mutateObject(created, ruling);
  if (!outcome.ok) return { ok: false, error: describe(outcome.error, kind) };
  if (!outcome.value.mutated) return { ok: true, value: workload };
  const { object } = outcome.value;
  const metadata = withoutGiven(readField(object, "metadata"), about, given);
  const spec = readField(object, "spec");
  const replaced = { ...template, ...(metadata !== undefined && { metadata }), ...(spec !== undefined && { spec }) };
  return { ok: true, value: replaceAt(workload, path, replaced) };
};

type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const describe = ({ code, message }: Fault, kind: string): Fault => ({
  code,
  message: `of the ${kind} that would be created: ${message}`,
});

/** Takes out again what the template did not say. */
const withoutGiven = (metadata: unknown, about: Fields, given: unknown): unknown => {
  const fields = Object.entries(Object(metadata)).filter(
    ([name]) => !Object.hasOwn(about, name) || (isFields(given) && Object.hasOwn(given, name)),
  );
  return fields.length === 0 && given === undefined ? undefined : Object.fromEntries(fields);
};

const replaceAt = (value: unknown, [step, ...rest]: FieldPath, replacement: unknown): unknown =>
  step === undefined
    ? replacement
    : { ...Object(value), [step]: replaceAt(readField(value, String(step)), rest, replacement) };

/**
 * Where a place of a mutated object is written in the object before: elements of lists are followed to where they were. Where
 * there was nothing, the path leads nowhere in the same way.
 */
export const sourcePath = (path: FieldPath, mutated: unknown, original: unknown): FieldPath => {
  const source: (string | number)[] = [];
  let [now, before] = [mutated, original];
  for (const step of path) {
    const moved = typeof step === "number" ? findElement(now, step, before) : step;
    source.push(moved);
    now = childOf(now, step);
    before = childOf(before, moved);
  }
  return source;
};

const childOf = (value: unknown, step: string | number): unknown =>
  Array.isArray(value) && typeof step === "number" ? value[step] : readField(value, String(step));

/** Mutators add to the end of lists, or take out; what they leave alone is the very same value. */
const findElement = (list: unknown, index: number, before: unknown): number => {
  if (!Array.isArray(list) || !Array.isArray(before) || list.length === before.length) return index;
  const item: Json | undefined = list[index];
  const found = before.indexOf(item);
  return found < 0 ? index : found;
};
