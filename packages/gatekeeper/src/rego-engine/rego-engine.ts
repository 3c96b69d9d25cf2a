import {
  type BuiltinTable,
  compileParsed,
  createRe2Engine,
  type Limits,
  type Module,
  type Observer,
  type PrintedLine,
  renderDiagnostics,
} from "@ostiary/rego";
import type { TemplateEngine } from "../engine/template-engine.js";
import { type GatekeeperRelease, NEWEST_RELEASE } from "../gatekeeper-release.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { CompiledRule, type RuleSurroundings } from "./compiled-rule.js";
import { HOOK_QUERY, hookModule } from "./hook-module.js";
import { templateBuiltins } from "./host-builtins.js";
import { readRegoSource } from "./rego-source.js";
import { ReviewDocuments } from "./review-documents.js";
import { readTemplateModules } from "./template-modules.js";

/** How rules in Rego are run. Everything is optional. */
export interface RegoEngineOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** Functions of Rego that templates may not call: their use is an error of the template. Default: none. */
  readonly disabledBuiltins?: readonly string[];
  /** Whether `external_data` is known; it answers from the canned answers of a review. Default `disabled`. */
  readonly externalData?: "enabled" | "disabled";
  /** What one review of one template may consume. Default: what no decision of an admission reaches. */
  readonly limits?: Partial<Limits>;
  /** Receives the lines of `print`. Without it they are removed, as in Gatekeeper. */
  readonly print?: (line: PrintedLine) => void;
  /** Nanoseconds since 1970. Without it a rule that asks for the time fails. */
  readonly now?: () => bigint;
  /** Numbers from 0 inclusive to 1 exclusive. Without it a rule that asks for one fails. */
  readonly random?: () => number;
  /** Random UUIDs. Without it a rule that asks for one fails. */
  readonly uuid?: () => string;
  /**
   * Is told of every rule that is compiled, with the kind of its constraints and its modules, and gives who watches its
   * evaluations. They take longer for it.
   */
  readonly watch?: (kind: string, modules: readonly Module[]) => Observer;
  /** Whether violations tell which fields of the object their rule has read. Default `inferred`. */
  readonly places?: "inferred" | "none";
}

/**
 * The engine `Rego`: what Gatekeeper's driver of this name does, with the Rego of `@ostiary/rego`.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego
 */
export const regoEngine = (options: RegoEngineOptions = {}): TemplateEngine => {
  const { release = NEWEST_RELEASE, disabledBuiltins = [], externalData = "disabled" } = options;
  let answers: ProviderAnswers = {};
  const providers = externalData === "enabled" ? () => answers : undefined;
  const builtins = templateBuiltins({ disabled: disabledBuiltins, providers });
  const surroundings: RuleSurroundings = {
    ...options,
    documents: new ReviewDocuments(release),
    setProviders: (given) => {
      answers = given;
    },
  };
  return {
    name: "Rego",
    compile: ({ kind, source }) => {
      const rule = compileRule(source, builtins, options);
      if (!rule.ok) return rule;
      const { query, modules } = rule.value;
      return succeed(new CompiledRule(query, surroundings, options.watch?.(kind, modules)));
    },
  };
};

/** A rule that is compiled, and the modules that it was made of. */
interface Prepared {
  readonly query: ConstructorParameters<typeof CompiledRule>[0];
  readonly modules: readonly Module[];
}

const compileRule = (
  source: Parameters<typeof readRegoSource>[0],
  builtins: BuiltinTable,
  { print, release }: RegoEngineOptions,
): Outcome<Prepared> => {
  const read = readRegoSource(source, release);
  if (!read.ok) return read;
  const modules = readTemplateModules(read.value, (name) => builtins.has(name));
  if (!modules.ok) return modules;
  const hook = hookModule();
  const policy = hook.ok
    ? compileParsed([hook.value, ...modules.value], {
        builtins,
        regex: createRe2Engine(),
        printing: print === undefined ? "off" : "on",
      })
    : hook;
  const query = policy.ok ? policy.value.prepare(HOOK_QUERY) : policy;
  return query.ok
    ? succeed({ query: query.value, modules: modules.value })
    : fail("invalid-rego", `unable to compile modules: ${renderDiagnostics(query.errors)}`);
};
