import type { Reference, Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { get } from "../value/collection.js";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import { isPlainObject, type Value } from "../value/value.js";
import { constantValue } from "./constant.js";
import type { Context, Evaluate, Frame } from "./context.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";

/** Plans a term whose variables are all bound, so that it has at most one value. */
export function planTerm(term: Term, scope: Scope, planner: Planner): Evaluate {
  const constant = constantValue(term);
  if (constant !== undefined) return () => constant;
  switch (term.kind) {
    case "variable":
      return planVariable(term.name, scope);
    case "array":
      return planArray(term.items, scope, planner);
    case "set":
      return planSet(term.items, scope, planner);
    case "object":
      return planObject(term.entries, scope, planner);
    case "reference":
      return planLookup(term, scope, planner);
    case "comprehension":
      return planner.planComprehension(term, scope);
    default:
      throw new Error(`a ${term.kind} was not compiled away`);
  }
}

function planVariable(name: string, scope: Scope): Evaluate {
  if (name === "input") return (_frame, context) => context.input;
  const slot = scope.slotOf(name);
  return (frame) => frame[slot];
}

function planArray(items: readonly Term[], scope: Scope, planner: Planner): Evaluate {
  const plans = items.map((item) => planTerm(item, scope, planner));
  return (frame, context) => evaluateAll(plans, frame, context);
}

/** The values of several terms, or undefined when one has none. */
export function evaluateAll(plans: readonly Evaluate[], frame: Frame, context: Context): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const plan of plans) {
    const value = plan(frame, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function planSet(items: readonly Term[], scope: Scope, planner: Planner): Evaluate {
  const plans = items.map((item) => planTerm(item, scope, planner));
  return (frame, context) => {
    const values = evaluateAll(plans, frame, context);
    return values === undefined ? undefined : new RegoSet(values);
  };
}

function planObject(entries: readonly (readonly [Term, Term])[], scope: Scope, planner: Planner): Evaluate {
  const names = entries.map(([key]) => nameOf(key));
  const isRecord = names.every((name) => name !== undefined && name !== "__proto__");
  if (isRecord) return planRecord(names, entries, scope, planner);
  const plans = entries.map(
    ([key, value]) => [planTerm(key, scope, planner), planTerm(value, scope, planner)] as const,
  );
  return (frame, context) => {
    const object = new RegoObject();
    for (const [planKey, planValue] of plans) {
      const key = planKey(frame, context);
      const value = planValue(frame, context);
      if (key === undefined || value === undefined) return undefined;
      object.set(key, value);
    }
    return object;
  };
}

const nameOf = (term: Term): string | undefined =>
  term.kind === "scalar" && typeof term.value === "string" ? term.value : undefined;

/** An object of constant names is built as JSON objects are. */
function planRecord(
  names: readonly (string | undefined)[],
  entries: readonly (readonly [Term, Term])[],
  scope: Scope,
  planner: Planner,
): Evaluate {
  const plans = entries.map(([, value], index) => ({
    name: certain(names[index], "name"),
    plan: planTerm(value, scope, planner),
  }));
  return (frame, context) => {
    const record: Record<string, Value> = {};
    for (const { name, plan } of plans) {
      const value = plan(frame, context);
      if (value === undefined) return undefined;
      record[name] = value;
    }
    return record;
  };
}

function planLookup(reference: Reference, scope: Scope, planner: Planner): Evaluate {
  const { head, path } = reference;
  if (head.kind === "variable" && head.name === "data") return planner.planDataLookup(path, scope);
  return planPath(planTerm(head, scope, planner), path, scope, planner);
}

/** Plans the lookup of keys one after the other; constant names, the usual case, without the detour over plans. */
export function planPath(base: Evaluate, path: readonly Term[], scope: Scope, planner: Planner): Evaluate {
  const names = path.map(nameOf);
  if (names.every((name) => name !== undefined)) return planNames(base, names);
  let plan = base;
  for (const part of path) {
    const outer = plan;
    const key = planTerm(part, scope, planner);
    plan = (frame, context) => {
      const collection = outer(frame, context);
      if (collection === undefined) return undefined;
      const value = key(frame, context);
      return value === undefined ? undefined : get(collection, value);
    };
  }
  return plan;
}

/** Most paths have one name, and loops are made of them. */
const planName =
  (base: Evaluate, name: string): Evaluate =>
  (frame, context) => {
    const value = base(frame, context);
    return value === undefined ? undefined : getProperty(value, name);
  };

function planNames(base: Evaluate, names: readonly string[]): Evaluate {
  const [only] = names;
  if (only !== undefined && names.length === 1) return planName(base, only);
  return (frame, context) => {
    let value = base(frame, context);
    for (const name of names) {
      if (value === undefined) return undefined;
      value = getProperty(value, name);
    }
    return value;
  };
}

/** `get` for a constant name. */
export function getProperty(collection: Value, name: string): Value | undefined {
  if (!isPlainObject(collection)) return get(collection, name);
  return Object.hasOwn(collection, name) ? collection[name] : undefined;
}
