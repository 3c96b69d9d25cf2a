import type { GroupKind } from "@ostiary/rules";
import { DEFAULT_RELEASE, type Release } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import type { PolicyDocument, PolicyKind } from "../policy-kind.js";
import { bindDeckhouse } from "./bind.js";
import { readDeckhouse } from "./read-deckhouse.js";

/** What can be set about Deckhouse's policies. */
export interface DeckhouseOptions {
  /** The state of Deckhouse. Default: the newest released one that is known. */
  readonly release?: Release;
  /** With `deckhouse`, Deckhouse's own Pod Security Standards hold, by namespace labels and module settings. */
  readonly profile?: "kubernetes" | "deckhouse";
  /** The version that the cluster was installed with, which decides the default policy. */
  readonly installVersion?: string;
}

const GROUP = "deckhouse.io";
const KINDS: readonly string[] = ["OperationPolicy", "SecurityPolicy", "SecurityPolicyException", "ModuleConfig"];

/** Deckhouse's admission-policy-engine as a kind of policy. */
export const deckhouse = (options: DeckhouseOptions): PolicyKind => ({
  name: "Deckhouse",
  handles: ({ group, kind }: GroupKind) => group === GROUP && KINDS.includes(kind),
  read: (documents: readonly PolicyDocument[]) => {
    const problems: Problem[] = [];
    const loaded = readDeckhouse(documents, options, options.release ?? DEFAULT_RELEASE, problems);
    return { problems, bind: (subject) => bindDeckhouse(subject, loaded) };
  },
});
