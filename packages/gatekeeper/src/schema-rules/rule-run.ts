import type { Json } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import { CelError } from "../cel/cel-error.js";
import { CelOptional, type CelValue, type Evaluated } from "../cel/cel-value.js";
import { Effort } from "../cel/effort.js";
import type { Scope } from "../cel/evaluator.js";
import type { Program } from "../cel/program.js";
import { ReadJournal } from "../cel/read-journal.js";
import { invalid } from "../schema/field-error.js";
import { isJsonFields, isJsonList, type JsonFields } from "../schema/json-fields.js";
import type { ValidationRule } from "../schema/json-schema.js";
import type { CompiledSchemaRule } from "./compile-rules.js";
import type { RuleNode } from "./rule-node.js";
import {
  describeFailure,
  faultOf,
  type JudgedValue,
  ownMessage,
  placeOf,
  refusal,
  usableMessage,
} from "./rule-words.js";
import { schemaValue } from "./schema-value.js";

/** What one rule may cost, and all rules about one object together. */
const PER_CALL_LIMIT = 1_000_000;
const OBJECT_LIMIT = 10_000_000;

const NO_MORE = "running out of cost budget, no further validation rules will be run";

/** A value with what expressions see of it. */
interface SeenValue extends JudgedValue {
  readonly self: CelValue;
}

/**
 * Evaluates rules on a value that has just been made: those that compare it with what it was do not count, unless they say that
 * there may be nothing to compare it with.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel/validation.go, Validate
 */
export class RuleRun {
  readonly errors: string[] = [];
  #budget = OBJECT_LIMIT;
  #isOver = false;

  /** Judges a value and its parts; in a field that is null nothing is wrong. */
  judge(node: RuleNode, value: Json, path: string): void {
    if (this.#isOver || value === null) return;
    if (node.rules.length > 0) this.#judgeOwn(node, value, path);
    for (const part of node.allOf) this.judge(part, value, path);
    if (isJsonList(value)) this.#judgeItems(node, value, path);
    else if (isJsonFields(value)) this.#judgeFields(node, value, path);
  }

  #judgeItems({ items }: RuleNode, list: readonly Json[], path: string): void {
    if (items === undefined) return;
    for (const [index, element] of list.entries()) this.judge(items, element, `${path}[${index}]`);
  }

  #judgeFields({ additional, properties }: RuleNode, fields: JsonFields, path: string): void {
    for (const [name, value] of Object.entries(fields)) {
      if (additional !== undefined) this.judge(additional, value, `${path}[${name}]`);
      const property = properties.get(name);
      if (property !== undefined) this.judge(property, value, path === "" ? name : `${path}.${name}`);
    }
  }

  #judgeOwn({ rules, schema }: RuleNode, value: Json, path: string): void {
    const judged = { schema, value, path, self: schemaValue(value, schema) };
    if (this.#budget <= 0) this.#end(faultOf(judged, `validation failed due to ${NO_MORE}`));
    for (const compiled of rules) if (!this.#isOver) this.#judgeRule(compiled, judged);
  }

  #judgeRule(compiled: CompiledSchemaRule, judged: SeenValue): void {
    const { rule, program, error, usesOldSelf } = compiled;
    if (error !== undefined) this.errors.push(faultOf(judged, `rule compile error: ${error}`));
    if (program === undefined || (usesOldSelf && rule.optionalOldSelf !== true)) return;
    const evaluated = this.#evaluate(program, judged.self);
    if (evaluated === true) return;
    if (evaluated === undefined) this.#end(faultOf(judged, `validation failed due to ${NO_MORE}`));
    else if (evaluated instanceof CelError) this.#fail(evaluated, rule, judged);
    else this.#refuse(compiled, judged);
  }

  #fail({ message, fatal }: CelError, rule: ValidationRule, judged: SeenValue): void {
    const fault = faultOf(judged, describeFailure(message, rule));
    if (fatal) this.#end(fault);
    else this.errors.push(fault);
  }

  /** @returns `undefined` when it costs more than there is left */
  #evaluate(program: Program, self: CelValue): Evaluated | undefined {
    const effort = new Effort(PER_CALL_LIMIT);
    const value = program.run(new RuleScope(self), effort, new ReadJournal());
    this.#budget -= effort.cost;
    return this.#budget < 0 ? undefined : value;
  }

  #refuse({ rule, messageProgram }: CompiledSchemaRule, judged: SeenValue): void {
    const message = messageProgram === undefined ? "" : this.#evaluate(messageProgram, judged.self);
    if (message !== undefined && !(message instanceof CelError && message.fatal)) {
      this.errors.push(refusal(judged, rule, usableMessage(message) ?? ownMessage(rule)));
      return;
    }
    const reason =
      message === undefined
        ? `messageExpression evaluation failed due to ${NO_MORE}`
        : `no further validation rules will be run due to call cost exceeds limit for messageExpression: ${goQuote(rule.messageExpression)}`;
    this.#end(invalid(placeOf(judged, rule), judged.schema.type ?? "", reason));
  }

  #end(error: string): void {
    this.errors.push(error);
    this.#isOver = true;
  }
}

/** What rules may name. */
class RuleScope implements Scope {
  readonly #self: CelValue;

  constructor(self: CelValue) {
    this.#self = self;
  }
  find(name: string): CelValue | undefined {
    if (name === "self") return this.#self;
    return name === "oldSelf" ? CelOptional.none : undefined;
  }
}
