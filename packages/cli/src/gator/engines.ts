import { celEngine, regoEngine, type TemplateEngine } from "@ostiary/gatekeeper";

/** What flags of gator say about the languages of templates. */
export interface EngineFlags {
  readonly enableK8sNativeValidation?: string | boolean;
  readonly defaultK8sNativeValidationFailurePolicy?: string;
}

/**
 * The engines that gator has: CEL unless it is switched off, then Rego with the clock and the dice of this process.
 *
 * @param print - takes what rules print; without it they print nothing
 */
export const gatorEngines = (flags: EngineFlags, print?: (line: string) => void): readonly TemplateEngine[] => {
  const rego = regoEngine({
    now: () => BigInt(Date.now()) * 1_000_000n,
    random: Math.random,
    uuid: () => globalThis.crypto.randomUUID(),
    ...(print !== undefined && { print: ({ text }) => print(text) }),
  });
  return isFalse(flags.enableK8sNativeValidation) ? [rego] : [celEngine(), rego];
};

const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

const isFalse = (flag: string | boolean | undefined): boolean =>
  flag === false || (typeof flag === "string" && FALSE.has(flag));
