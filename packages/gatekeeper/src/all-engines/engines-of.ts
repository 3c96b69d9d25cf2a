import { celEngine } from "../cel-engine/cel-engine.js";
import type { TemplateEngine } from "../engine/template-engine.js";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import type { RegoEngineOptions } from "../rego-engine/rego-engine-options.js";
import { regoEngine } from "./rego-engine.js";

/** The engines of a release, the preferred one first: CEL comes with 3.17. */
export const enginesOf = (options: RegoEngineOptions): readonly TemplateEngine[] =>
  hasCel(options.release) ? [celEngine(), regoEngine(options)] : [regoEngine(options)];

const hasCel = (release: GatekeeperRelease = NEWEST_RELEASE): boolean => isSince(release, "3.17");
