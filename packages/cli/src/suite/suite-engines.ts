import { celEngine, type RegoEngineOptions, regoEngine, type TemplateEngine } from "@ostiary/gatekeeper";

/** The languages of templates, with the clock and the dice of this process. */
export const suiteEngines = (options: Pick<RegoEngineOptions, "externalData" | "watch">): readonly TemplateEngine[] => [
  celEngine(),
  regoEngine({
    now: () => BigInt(Date.now()) * 1_000_000n,
    random: Math.random,
    uuid: () => globalThis.crypto.randomUUID(),
    ...options,
  }),
];
