import * as z from "zod/mini";
import { always, type ConstraintSubject, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import type { ContainerList, RuleResult } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView } from "../subject/pod-view.js";

/** `spec.policies.checkContainerDuplicates`: whether names of containers and of environment variables must be unique. */
export const checkContainerDuplicatesField: PolicyField = {
  name: "checkContainerDuplicates",
  schema: always(z.boolean()),
};

const LISTS: readonly ContainerList[] = ["initContainers", "containers"];

/**
 * Names of containers, and of a container's environment variables, must be unique.
 *
 * Field    spec.policies.checkContainerDuplicates: boolean; false equals absent
 * Judges   Pods: spec.{containers,initContainers}[*].name, each list by itself, and their env[*].name; ephemeral containers
 *          and envFrom are not looked at
 * Allowed  each name once; those without a name are not compared
 * Fix      rename the container, or remove the variable that is set before: the last one wins, so nothing changes
 * Source   operation-policy: container-duplicates
 */
export const checkContainerDuplicates = constraintKind<object>({
  name: "D8ContainerDuplicates",
  fields: [checkContainerDuplicatesField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ checkContainerDuplicates: check }) => (check === true ? {} : undefined)),
  behaviours: always(() => forbidDuplicates),
});

function forbidDuplicates({ pod, name }: ConstraintSubject): readonly RuleResult[] {
  return LISTS.flatMap((list) => {
    const containers = pod.containers.filter(({ ref }) => ref.list === list);
    return [
      ...findDuplicateContainers(containers, name),
      ...containers.flatMap((container) => findDuplicateVariables(container, name)),
    ];
  });
}

function findDuplicateContainers(containers: readonly ContainerView[], pod: string): readonly RuleResult[] {
  return findRepeated(containers, ({ fields }) => fields).map(({ fields, ref }) => ({
    message: `Pod <${pod}> has duplicated container names: '${ref.name}'`,
    findings: [{ path: fields.path("name"), container: ref, found: ref.name }],
  }));
}

function findDuplicateVariables({ fields, ref }: ContainerView, pod: string): readonly RuleResult[] {
  return findRepeated(fields.objects("env"), (variable) => variable).map((variable) => {
    const found = variable.string("name");
    return {
      message: `Container <${ref.name}> in pod <${pod}> has duplicated env variable names: '${found}'`,
      findings: [{ path: variable.path("name"), container: ref, found }],
    };
  });
}

/** The items whose name an earlier one has already. */
function findRepeated<Item>(items: readonly Item[], view: (item: Item) => ObjectView): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = view(item).string("name");
    if (name === undefined) return false;
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated;
  });
}
