import { celEngine, type RegoEngineOptions, regoEngine, type TemplateEngine } from "@ostiary/gatekeeper";
import type { TemplateWatch } from "./template-coverage.js";

/** What templates are run with. */
export interface SuiteEngineOptions extends Pick<RegoEngineOptions, "externalData"> {
  readonly watch?: TemplateWatch;
}

/** The languages of templates, with the clock and the dice of this process. */
export const suiteEngines = ({ watch, ...options }: SuiteEngineOptions): readonly TemplateEngine[] => [
  celEngine(watch && { watch: watch.cel }),
  regoEngine({
    now: () => BigInt(Date.now()) * 1_000_000n,
    random: Math.random,
    uuid: () => globalThis.crypto.randomUUID(),
    ...options,
    ...(watch !== undefined && { watch: watch.rego }),
  }),
];
