import type { PodCarrier } from "@ostiary/rules";
import type { Problem } from "./decision.js";
import { refuseOption } from "./invalid-option.js";
import type { PolicyKind } from "./policy-kind.js";

type Fields<Of> = { readonly [name in keyof Of]?: unknown };

/** Reads the kinds of policies that a caller registers; what is none is left out and refuses. */
export const readKinds = (kinds: unknown, problems: Problem[]): readonly PolicyKind[] =>
  readItems("kinds", kinds, isPolicyKind, "a kind of policy", problems);

/** Reads the kinds of objects with pods that a caller registers; what is none is left out and refuses. */
export const readPodCarriers = (podCarriers: unknown, problems: Problem[]): readonly PodCarrier[] =>
  readItems("podCarriers", podCarriers, isPodCarrier, "a group, a kind and a list of fields as podPath", problems);

const readItems = <Item>(
  option: string,
  list: unknown,
  isItem: (value: unknown) => value is Item,
  expected: string,
  problems: Problem[],
): readonly Item[] => {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    problems.push(refuseOption(option, list, "a list"));
    return [];
  }
  const items: readonly unknown[] = Array.from(list);
  items.forEach((item, index) => {
    if (!isItem(item)) problems.push(refuseOption(`${option}[${index}]`, item, expected));
  });
  return items.filter(isItem);
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isPolicyKind = (value: unknown): value is PolicyKind => {
  if (!isObject(value)) return false;
  const { handles, read }: Fields<PolicyKind> = value;
  return typeof handles === "function" && typeof read === "function";
};

const isPodCarrier = (value: unknown): value is PodCarrier => {
  if (!isObject(value)) return false;
  const { group, kind, podPath }: Fields<PodCarrier> = value;
  return typeof group === "string" && typeof kind === "string" && Array.isArray(podPath) && podPath.every(isStep);
};

const isStep = (step: unknown): boolean => typeof step === "string" || typeof step === "number";
