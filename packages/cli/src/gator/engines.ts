import { celEngine, type RegoEngineOptions, regoEngine, type TemplateEngine } from "@ostiary/gatekeeper";

/** What flags of gator say about the languages of templates. */
export interface EngineFlags {
  readonly enableK8sNativeValidation?: string | boolean;
  readonly defaultK8sNativeValidationFailurePolicy?: string;
}

/**
 * The engines that gator has: CEL unless it is switched off, then Rego with the clock and the dice of this process.
 *
 * @param print - takes what rules print; without it they print nothing
 * @param watch - watches the rules in Rego
 */
export const gatorEngines = (
  flags: EngineFlags,
  print?: (line: string) => void,
  watch?: RegoEngineOptions["watch"],
): readonly TemplateEngine[] => {
  const rego = regoEngine({
    now: () => BigInt(Date.now()) * 1_000_000n,
    random: Math.random,
    uuid: () => globalThis.crypto.randomUUID(),
    ...(print !== undefined && { print: ({ text }) => print(text) }),
    ...(watch !== undefined && { watch }),
  });
  if (isFalse(flags.enableK8sNativeValidation)) return [rego];
  return [withFailurePolicy(celEngine(), flags.defaultK8sNativeValidationFailurePolicy ?? FAIL), rego];
};

const FAIL = "Fail";

/** What is wrong with the flags, in gator's words. */
export const engineFlagsFault = ({ defaultK8sNativeValidationFailurePolicy: policy = FAIL }: EngineFlags) => {
  if (policy === FAIL || policy === "Ignore") return undefined;
  const cause = `invalid failure policy: unrecognized failure policy: ${policy}`;
  return `invalid default K8sNativeValidation failure policy: ${cause}`;
};

/** Gives sources that name no failure policy another one than the engine's own. */
const withFailurePolicy = (engine: TemplateEngine, failurePolicy: string): TemplateEngine => ({
  name: engine.name,
  compile: (template) => {
    const { source } = template;
    const isPlain = typeof source === "object" && source !== null && !Array.isArray(source);
    return engine.compile(isPlain ? { ...template, source: { failurePolicy, ...source } } : template);
  },
});

const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

const isFalse = (flag: string | boolean | undefined): boolean =>
  flag === false || (typeof flag === "string" && FALSE.has(flag));
