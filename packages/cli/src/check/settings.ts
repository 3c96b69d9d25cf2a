import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isVersion, LEVELS, type Level } from "@ostiary/core";
import type { FileProblem } from "@ostiary/report";
import type { FailOn } from "../exit-code.js";
import { UsageError } from "../usage-error.js";
import { PROFILES, RELEASES } from "./clusters.js";
import type { Configuration } from "./configuration-schema.js";
import type { Labels } from "./namespaces.js";
import type { PlacedPolicy } from "./policy-document.js";
import type { CheckOptions } from "./prepare-ruling.js";

/** What the command line of `ostiary check` says, as written. */
export interface CheckFlags {
  readonly output?: readonly string[];
  readonly level?: string;
  readonly version?: string;
  readonly profile?: string;
  readonly release?: string;
  readonly policies?: readonly string[];
  readonly config?: string;
  readonly namespace?: string;
  readonly namespaceLabels?: readonly string[];
  readonly exclude?: readonly string[];
  readonly failOn?: string;
  readonly baseline?: string;
  readonly explain?: boolean;
  readonly mutate?: boolean;
  readonly expand?: boolean;
  readonly watch?: boolean;
  readonly workers?: string;
}

/** What a check is to do: command line and configuration taken together. */
export interface CheckSettings {
  readonly options: CheckOptions;
  readonly exclude: readonly string[];
  /** `undefined` when nobody says; then refused objects make a check fail. */
  readonly failOn: FailOn | undefined;
  /** Files, folders and globs that hold policies and nothing else. */
  readonly policyPaths: readonly string[];
  /** Policies that the configuration file holds. */
  readonly policies?: readonly PlacedPolicy[];
  /** The configuration file, which is no manifest. */
  readonly configurationPath?: string;
}

/** Settings, or what is wrong with the configuration file. */
export type SettingsResult =
  | { readonly settings: CheckSettings; readonly problems: readonly [] }
  | { readonly settings?: undefined; readonly problems: readonly FileProblem[] };

/** The configuration that is read when none is named, if there is one in the working directory. */
const DEFAULT_CONFIGURATION = "ostiary.yaml";
const FAIL_ON = ["deny", "warn"] as const;

/**
 * Takes the command line and the configuration file together; the command line wins.
 *
 * @throws {@link UsageError} when the command line makes no sense
 */
export const readSettings = async (flags: CheckFlags, workingDirectory: string): Promise<SettingsResult> => {
  const own = readFlags(flags);
  const name = flags.config ?? DEFAULT_CONFIGURATION;
  const path = resolve(workingDirectory, name);
  if (flags.config === undefined && !existsSync(path)) return { settings: refuseConflict(own), problems: [] };
  // Reading configurations takes a schema library, which most runs can do without.
  const { readConfiguration } = await import("./configuration.js");
  const read = readConfiguration({ name, path, size: sizeOf(path) });
  if (read.configuration === undefined) return { problems: read.problems };
  const policies = read.settings === undefined ? [] : [read.settings];
  const settings = { ...combine(own, read.configuration, dirname(path)), policies, configurationPath: path };
  return { settings: refuseConflict(settings), problems: [] };
};

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

const readFlags = (flags: CheckFlags): CheckSettings => {
  const { namespace, version, explain, mutate, expand } = flags;
  refuseEmpty(flags);
  if (version !== undefined && !isVersion(version)) {
    throw new UsageError(`\`--version\` takes \`latest\` or a version like \`v1.30\`, not \`${version}\``);
  }
  return {
    options: {
      profile: oneOf(PROFILES, "--profile", flags.profile),
      release: oneOf(RELEASES, "--release", flags.release),
      level: oneOf<Level>(LEVELS, "--level", flags.level),
      version,
      namespace,
      namespaceLabels: readLabels(flags.namespaceLabels ?? []),
      explain,
      ...(mutate === true && { mutators: "applied" }),
      ...(expand === false && { expansion: "templates" }),
    },
    exclude: flags.exclude ?? [],
    failOn: oneOf<FailOn>(FAIL_ON, "--fail-on", flags.failOn),
    policyPaths: flags.policies ?? [],
  };
};

/** What an unset variable of a shell leaves would count for the whole working directory, or for nothing. */
const refuseEmpty = ({ config, baseline, namespace, exclude = [], policies = [] }: CheckFlags): void => {
  const given = {
    "--baseline": [baseline],
    "--config": [config],
    "--namespace": [namespace],
    "--exclude": exclude,
    "--policies": policies,
  };
  const empty = Object.entries(given).find(([, values]) => values.includes(""));
  if (empty !== undefined) throw new UsageError(`\`${empty[0]}\` is given an empty value`);
};

const oneOf = <Value extends string>(
  values: readonly Value[],
  flag: string,
  text: string | undefined,
): Value | undefined => {
  const value = values.find((candidate) => candidate === text);
  if (value !== undefined || text === undefined) return value;
  throw new UsageError(`\`${flag}\` takes one of ${values.join(", ")}, not \`${text}\``);
};

/** Reads labels as `kubectl label` takes them: `name=value`, several behind commas. */
export const readLabels = (texts: readonly string[]): Labels | undefined => {
  const pairs = texts.flatMap((text) => text.split(",")).filter((pair) => pair !== "");
  if (pairs.length === 0) return undefined;
  return Object.fromEntries(pairs.map(readLabel));
};

const readLabel = (pair: string): readonly [string, string] => {
  const equals = pair.indexOf("=");
  if (equals <= 0) throw new UsageError(`\`--namespace-labels\` takes \`name=value\`, not \`${pair}\``);
  return [pair.slice(0, equals), pair.slice(equals + 1)];
};

/** A level of Kubernetes would hold beside Deckhouse's standards, which is hardly what is meant. */
const refuseConflict = (settings: CheckSettings): CheckSettings => {
  const { level, profile } = settings.options;
  if (level === undefined || profile !== "deckhouse") return settings;
  throw new UsageError(
    `\`${level}\` as a level that holds for all is one of Kubernetes: with the profile \`deckhouse\` the settings of the module say which standard holds, and labels of namespaces`,
  );
};

/** Paths in the configuration are meant from its folder on. */
const combine = (
  { options, exclude, failOn, policyPaths }: CheckSettings,
  configuration: Configuration,
  folder: string,
): CheckSettings => ({
  options: {
    profile: options.profile ?? configuration.profile,
    release: options.release ?? configuration.release,
    installVersion: configuration.installVersion,
    level: options.level ?? configuration.level,
    version: options.version ?? configuration.version,
    namespace: options.namespace ?? configuration.namespace,
    namespaceLabels: { ...configuration.namespaceLabels, ...options.namespaceLabels },
    podSecurity: configuration.podSecurity,
    podCarriers: configuration.podCarriers,
    explain: options.explain,
    mutators: options.mutators,
    expansion: options.expansion,
  },
  exclude: [...(configuration.exclude ?? []), ...exclude],
  failOn: failOn ?? configuration.failOn,
  policyPaths: [...(configuration.policies ?? []).map((path) => resolve(folder, path)), ...policyPaths],
});
