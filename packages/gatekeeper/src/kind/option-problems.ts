import type { Problem } from "@ostiary/core";
import { GATEKEEPER_RELEASES } from "../gatekeeper-release.js";
import type { RegoEngineOptions } from "../rego-engine/rego-engine-options.js";
import type { GatekeeperOptions } from "./gatekeeper-options.js";

/** Options of Gatekeeper itself, and those that go on to the engine Rego where the host names no engines. */
export type EngineOption = "disabledBuiltins" | "now" | "random" | "uuid" | "limits" | "places";
type Option = keyof GatekeeperOptions | (EngineOption & keyof RegoEngineOptions);

/** What each option has to be. */
const OPTIONS: Readonly<Record<Option, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  release: [
    `one of ${GATEKEEPER_RELEASES.join(", ")}`,
    (value) => GATEKEEPER_RELEASES.some((known) => known === value),
  ],
  schemaRules: ["an object", isObject],
  engines: ["a list of engines", (value) => Array.isArray(value) && value.every(isObject)],
  providers: ["an object", isObject],
  serviceAccount: ["a string", (value) => typeof value === "string"],
  exemptNamespaces: ["an object", isObject],
  podsOfWorkloads: ["one of judged, ignored", (value) => value === "judged" || value === "ignored"],
  disabledBuiltins: ["a list of names", (value) => Array.isArray(value)],
  now: ["a function", (value) => typeof value === "function"],
  random: ["a function", (value) => typeof value === "function"],
  uuid: ["a function", (value) => typeof value === "function"],
  limits: ["an object", isObject],
  places: ["one of inferred, none", (value) => value === "inferred" || value === "none"],
};

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Callers in JavaScript have no types to keep to: what cannot be meant, or does not exist, refuses. */
export const optionProblems = (options: unknown): readonly Problem[] => {
  if (!isObject(options)) return [refuseOption("gatekeeper", "an object")];
  return Object.entries(options).flatMap(([name, value]: readonly [string, unknown]): readonly Problem[] => {
    if (!isOption(name)) return [refuseUnknown(name)];
    const [expected, fits] = OPTIONS[name];
    return value === undefined || fits(value) ? [] : [refuseOption(name, expected)];
  });
};

const isOption = (name: string): name is Option => Object.hasOwn(OPTIONS, name);

const refuseUnknown = (name: string): Problem => ({
  code: "invalid-option",
  message: `unknown option \`${name}\`: expected one of ${Object.keys(OPTIONS).sort().join(", ")}`,
  effect: "deny",
});

const refuseOption = (option: string, expected: string): Problem => ({
  code: "invalid-option",
  message: `option \`${option}\`: expected ${expected}`,
  effect: "deny",
});
