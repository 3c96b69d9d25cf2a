import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";

/** The levels of the Pod Security Standards that ask for something; `privileged` asks for nothing. */
export type RestrictingLevel = "baseline" | "restricted";

/** The two halves of an upstream result: a short constant reason, and the detail that names the culprits. */
export interface Wording {
  readonly reason: string;
  readonly detail: string;
}

/** What a control does from one version of the standards up to its next behaviour. */
export interface ControlBehaviour {
  /** The first version that behaves so: 22 stands for v1.22. */
  readonly since: number;
  /** Finds every place that breaks the control; none when the pod passes. */
  readonly find: (pod: PodView) => readonly Finding[];
  /** Words the findings as Kubernetes does. Called with what `find` returned, never with an empty list. */
  readonly word: (findings: readonly Finding[]) => Wording;
}

/** One control of the Pod Security Standards. */
export interface Control {
  /** The id that Kubernetes gives the check, e.g. `hostPorts`. */
  readonly id: string;
  readonly level: RestrictingLevel;
  /** The baseline control whose place this restricted control takes, from its own first version on. */
  readonly overrides?: string;
  /** Servers v1.29 to v1.34 could relax it for pods with a user namespace of their own, by an alpha feature gate. */
  readonly userNamespaceGate?: true;
  /** Rising versions; before the first the control does not exist. */
  readonly behaviours: readonly [ControlBehaviour, ...ControlBehaviour[]];
}

/** What a control looks for. */
type Find = ControlBehaviour["find"];

/** The relaxation of v1.25: Linux settings are not asked of Windows pods. */
export const exceptOnWindows =
  (find: Find): Find =>
  (pod) =>
    pod.isWindows ? [] : find(pod);

/** The relaxation of v1.35: root in a user namespace of the pod's own is not root on the node. */
export const exceptInUserNamespace =
  (find: Find): Find =>
  (pod) =>
    pod.hasUserNamespace ? [] : find(pod);
