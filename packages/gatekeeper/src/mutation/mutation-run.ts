import type { FieldPath, Json, PolicyRef } from "@ostiary/core";
import { type MatchNamespace, type MatchSource, readMatchTarget } from "@ostiary/core/match";
import { type Fault, type Outcome, succeed } from "../outcome.js";
import { appliesTo } from "./apply-to.js";
import { type MutatedObject, type Mutator, printMutatorId } from "./mutator.js";
import type { MutatorSet } from "./read-mutators.js";
import { isEqual } from "./value-equality.js";
import { type WalkListener, walkLocation } from "./walk-location.js";
import { ownField, settle, type WorkingFields, type WorkingValue } from "./working-value.js";

/** Something that a mutator did, or did not do because of a path test. */
export type TraceEntry =
  | {
      readonly what: "changed";
      /** Counted from 1. */
      readonly iteration: number;
      readonly mutator: PolicyRef;
      readonly path: FieldPath;
      /** Absent where there was nothing. Texts that external data will give are told by their keys. */
      readonly before?: Json;
      readonly after: Json;
    }
  | {
      readonly what: "stopped";
      readonly iteration: number;
      readonly mutator: PolicyRef;
      /** Where the path test did not hold. */
      readonly path: FieldPath;
      /** `MustExist` or `MustNotExist`. */
      readonly condition: string;
    };

/** Why an object could not be mutated. */
export interface MutationError extends Fault {
  /** The mutator at fault, where it is one. */
  readonly mutator?: PolicyRef;
  /** The iteration in which it happened, counted from 1; 0 before the first. */
  readonly iteration: number;
  /** What had been done until then. */
  readonly trace: readonly TraceEntry[];
}

/** What a run needs to know beside object and mutators. */
export interface RunContext {
  readonly namespace: MatchNamespace | undefined;
  readonly source: MatchSource;
  /** Empty when there is none. */
  readonly operation: string;
  readonly username: string;
  /** Names the run in messages. */
  readonly id: string;
  readonly explain: boolean;
}

/** A run that came to its end. */
export interface Run {
  /** The object, with stand-ins in it. */
  readonly object: WorkingFields;
  /** How many iterations it took; 0 when the first one changed nothing. */
  readonly iterations: number;
  readonly trace: readonly TraceEntry[];
  /** The mutators that set something, also if it was there before. */
  readonly acted: ReadonlySet<Mutator>;
}

/**
 * Applies mutators in their order, over and over, until an iteration changes nothing. Each iteration selects them anew, by
 * what the object has become.
 *
 * @source gatekeeper, pkg/mutation/system.go
 */
export const runToFixedPoint = (
  object: WorkingFields,
  mutators: MutatorSet,
  context: RunContext,
): Outcome<Run, MutationError> => new FixedPoint(object, mutators, context).run();

/** What ends a run before its time. */
type Failure = { readonly ok: false; readonly error: MutationError };

/** One run, in the middle of which it keeps the object as it is now. */
class FixedPoint {
  private readonly trace: TraceEntry[] = [];
  private readonly acted = new Set<Mutator>();
  private readonly enabled: readonly Mutator[];
  /** Mutators that are disabled or do not match count too. */
  private readonly mostIterations: number;
  private iteration = 0;
  private target: MutatedObject;

  constructor(
    private object: WorkingFields,
    { mutators, conflicting }: MutatorSet,
    private readonly context: RunContext,
  ) {
    this.enabled = mutators.filter((mutator) => !conflicting.has(mutator));
    this.mostIterations = mutators.length + 1;
    this.target = readMutatedObject(object);
  }

  run(): Outcome<Run, MutationError> {
    let checkpoint: { readonly iteration: number; readonly object: WorkingFields } | undefined;
    for (this.iteration = 1; this.iteration <= this.mostIterations; this.iteration++) {
      const before = this.object;
      const failure = this.iterate();
      if (failure !== undefined) return failure;
      if (isEqual(before, this.object)) return this.finish(before);
      if (checkpoint !== undefined && isEqual(checkpoint.object, this.object)) this.leap(checkpoint.iteration);
      if (Number.isInteger(Math.log2(this.iteration))) checkpoint = { iteration: this.iteration, object: this.object };
    }
    this.iteration = this.mostIterations;
    const what = `mutation ${this.context.id} not converging for ${this.description}`;
    return this.fail("not-converging", `mutation not converging: ${what}`);
  }

  /** What follows depends on the object alone, so one that was there before comes again for ever: whole rounds are left out. */
  private leap(earlier: number): void {
    const round = this.iteration - earlier;
    this.iteration += round * Math.floor((this.mostIterations - this.iteration) / round);
  }

  /** An object that the first iteration leaves as it was is not mutated, even when mutators have cancelled each other out. */
  private finish(object: WorkingFields): Outcome<Run, MutationError> {
    const { trace, acted, iteration } = this;
    return succeed({ object, iterations: iteration === 1 ? 0 : iteration, trace, acted });
  }

  private iterate(): Failure | undefined {
    for (const mutator of this.enabled) {
      const matched = this.select(mutator);
      if (typeof matched === "object") return this.failMatch(mutator, matched.fault);
      const failure = matched ? this.apply(mutator) : undefined;
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  private select({ applyTo, matches }: Mutator): ReturnType<Mutator["matches"]> {
    const { namespace, source, operation } = this.context;
    if (applyTo !== undefined && !appliesTo(applyTo, this.target, operation)) return false;
    return matches(this.target, namespace, source);
  }

  private apply(mutator: Mutator): Failure | undefined {
    const setter = mutator.setter(this.target, this.context.username);
    const walked = walkLocation(this.object, mutator, setter, this.listenTo(mutator));
    if (!walked.ok) {
      const what = `mutation ${this.context.id} for mutator ${printMutatorId(mutator.id)} failed for ${this.description}`;
      return this.fail("mutation-failed", `${what}: ${walked.error.message}`, mutator);
    }
    if (walked.value === undefined) return undefined;
    this.acted.add(mutator);
    this.replaceObject(walked.value);
    return undefined;
  }

  private replaceObject(object: WorkingFields): void {
    const isSame = (field: string): boolean => ownField(object, field) === ownField(this.object, field);
    if (!TARGET_FIELDS.every(isSame)) this.target = readMutatedObject(object);
    this.object = object;
  }

  private listenTo(mutator: Mutator): WalkListener {
    const about = { iteration: this.iteration, mutator: refer(mutator) };
    const { explain } = this.context;
    return {
      changed: (path, before, after) => {
        const change = { what: "changed", ...about, path, after: reveal(after) } as const;
        this.trace.push(before === undefined ? change : { ...change, before: reveal(before) });
      },
      ...(explain
        ? { stopped: (path, condition) => this.trace.push({ what: "stopped", ...about, path, condition }) }
        : {}),
    };
  }

  private failMatch(mutator: Mutator, fault: string): Failure {
    const what = `matching for mutator ${printMutatorId(mutator.id)} failed for ${this.description}`;
    return this.fail("match-error", `${what}: failed to run Match criteria: ${fault}`, mutator);
  }

  private fail(code: string, message: string, mutator?: Mutator): Failure {
    const { iteration, trace } = this;
    const error = { code, message, iteration, trace };
    return { ok: false, error: mutator === undefined ? error : { ...error, mutator: refer(mutator) } };
  }

  /** The object as messages name it; empty parts leave their space. */
  private get description(): string {
    const { group, kind, namespace, name, generateName } = this.target;
    return `${group} ${kind} ${namespace} ${name || generateName}`;
  }
}

/** The fields on which depends which mutators apply. */
const TARGET_FIELDS = ["apiVersion", "kind", "metadata"] as const;

const readMutatedObject = (object: WorkingFields): MutatedObject => {
  const apiVersion = ownField(object, "apiVersion");
  const [version = "", ...rest] = typeof apiVersion === "string" ? apiVersion.split("/").toReversed() : [];
  return { ...readMatchTarget(object), version: rest.length > 1 ? "" : version };
};

const refer = ({ id: { kind, name } }: Mutator): PolicyRef => ({ kind, name });

const reveal = (value: WorkingValue): Json => settle(value, undefined, ({ key }) => key);
