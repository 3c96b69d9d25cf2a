import {
  type BuiltinTable,
  compileParsed,
  type Module,
  metadataCalls,
  policyChecks,
  type RegexEngine,
  renderDiagnostics,
} from "@ostiary/rego";
import type { TemplateEngine } from "../engine/template-engine.js";
import { NEWEST_RELEASE } from "../gatekeeper-release.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { CompiledRule, type RuleSurroundings } from "./compiled-rule.js";
import { HOOK_QUERY, hookModule } from "./hook-module.js";
import { templateBuiltins } from "./host-builtins.js";
import type { RegoEngineOptions } from "./rego-engine-options.js";
import { readRegoSource } from "./rego-source.js";
import { ReviewDocuments } from "./review-documents.js";
import { readTemplateModules } from "./template-modules.js";

/** What the engine Rego is made of. */
export interface RegoEngineParts {
  /** The functions that templates may call, but for those of the network, which are always refused, and `external_data`. */
  readonly builtins: BuiltinTable;
  /** Compiles regular expressions; without it they fault. */
  readonly regex?: RegexEngine;
}

/**
 * The engine `Rego` of the functions that the host names: what Gatekeeper's driver of this name does, with the Rego of `@ostiary/rego`.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego
 */
export const regoEngine = (options: RegoEngineOptions & RegoEngineParts): TemplateEngine => {
  const { release = NEWEST_RELEASE, disabledBuiltins = [], externalData = "disabled" } = options;
  let answers: ProviderAnswers = {};
  const providers = externalData === "enabled" ? () => answers : undefined;
  const builtins = templateBuiltins({ known: options.builtins, disabled: disabledBuiltins, providers });
  const hook = hookModule();
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
      const rule = compileRule(source, { ...options, builtins, hook });
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

interface CompileMeans extends RegoEngineOptions, RegoEngineParts {
  /** One for all templates. */
  readonly hook: ReturnType<typeof hookModule>;
}

const compileRule = (
  source: Parameters<typeof readRegoSource>[0],
  { print, release, builtins, regex, hook }: CompileMeans,
): Outcome<Prepared> => {
  const read = readRegoSource(source, release);
  if (!read.ok) return read;
  const modules = readTemplateModules(read.value, (name) => builtins.has(name));
  if (!modules.ok) return modules;
  const policy = hook.ok
    ? compileParsed([hook.value, ...modules.value], {
        builtins,
        ...(regex !== undefined && { regex }),
        checks: policyChecks,
        metadata: metadataCalls,
        printing: print === undefined ? "off" : "on",
      })
    : hook;
  const query = policy.ok ? policy.value.prepare(HOOK_QUERY) : policy;
  return query.ok
    ? succeed({ query: query.value, modules: modules.value })
    : fail("invalid-rego", `unable to compile modules: ${renderDiagnostics(query.errors)}`);
};
