import type { Value } from "../value/value.js";
import type { Builtin, BuiltinContext, RelationUse } from "./builtin.js";
import { Operands } from "./operands.js";
import { arityOf } from "./signature.js";

/** A builtin as the families list it: plain data and functions. */
export interface BuiltinDefinition
  extends Pick<
    Builtin,
    "name" | "signature" | "infix" | "deprecated" | "relation" | "impure" | "direct" | "remembered"
  > {
  /** The result in release 1.22, where it has a narrower type. */
  readonly newerResult?: string;
  /** The result, or undefined when there is none. */
  readonly call: (operands: Operands, context: BuiltinContext) => Value | undefined;
  /** Gives each result of a relation to `visit`, which answers true to stop. */
  readonly enumerate?: (
    operands: Operands,
    context: BuiltinContext,
    visit: (result: Value) => boolean,
    use?: RelationUse,
  ) => void;
}

/** The builtin of a definition. */
export const builtinFrom = (definition: BuiltinDefinition): Builtin =>
  definition.enumerate === undefined
    ? new DefinedBuiltin(definition)
    : new DefinedRelation(definition, definition.enumerate);

/** Reads its signature when it is first asked for its arity: of hundreds of builtins a policy calls few. */
class DefinedBuiltin implements Builtin {
  private knownArity: number | undefined = undefined;

  constructor(protected readonly definition: BuiltinDefinition) {}

  get name(): string {
    return this.definition.name;
  }

  get infix(): string | undefined {
    return this.definition.infix;
  }

  get deprecated(): true | undefined {
    return this.definition.deprecated;
  }

  get relation(): true | undefined {
    return this.definition.relation;
  }

  get impure(): Builtin["impure"] {
    return this.definition.impure;
  }

  get direct(): Builtin["direct"] {
    return this.definition.direct;
  }

  get remembered(): true | undefined {
    return this.definition.remembered;
  }

  get arity(): number {
    this.knownArity ??= arityOf(this.definition.signature);
    return this.knownArity;
  }

  get signature(): string {
    return this.definition.signature;
  }

  get newerResult(): string | undefined {
    return this.definition.newerResult;
  }

  call(args: readonly Value[], context: BuiltinContext): Value | undefined {
    return this.definition.call(new Operands(this.definition.name, args), context);
  }
}

class DefinedRelation extends DefinedBuiltin {
  constructor(
    definition: BuiltinDefinition,
    private readonly each: NonNullable<BuiltinDefinition["enumerate"]>,
  ) {
    super(definition);
  }

  enumerate(
    args: readonly Value[],
    context: BuiltinContext,
    visit: (result: Value) => boolean,
    use?: RelationUse,
  ): void {
    this.each(new Operands(this.name, args), context, visit, use);
  }
}
