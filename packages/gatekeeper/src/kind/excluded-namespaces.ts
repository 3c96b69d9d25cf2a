import { matchesGlob } from "@ostiary/core/match";
import { ObjectView, Reading } from "@ostiary/rules";

/** What Gatekeeper does with objects, as its Config calls it. */
export type GatekeeperProcess = "audit" | "webhook" | "sync" | "mutation-webhook";

/** Tells whether a process leaves out a namespace; of a Namespace its own name is meant. */
export type ExcludedNamespaces = (process: GatekeeperProcess, namespace: string) => boolean;

/**
 * Reads which namespaces a Config excludes from which processes.
 *
 * @param configs - the Configs; a cluster has one, called `config`, and of several the last one counts
 * @source gatekeeper, pkg/controller/config/process/excluder.go
 */
export const readExcludedNamespaces = (configs: readonly unknown[]): ExcludedNamespaces => {
  const config = ObjectView.root(new Reading(), configs.at(-1), []);
  const entries = config
    .object("spec")
    .objects("match")
    .map((entry) => ({ processes: entry.strings("processes"), patterns: entry.strings("excludedNamespaces") }));
  return (process, namespace) =>
    entries.some(
      ({ processes, patterns }) =>
        (processes.includes(process) || processes.includes("*")) &&
        patterns.some((pattern) => matchesGlob(pattern, namespace)),
    );
};
