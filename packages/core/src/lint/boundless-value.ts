import type { FieldPath } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import { examplePod, exampleSecured } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";
import { listAt } from "./value-at.js";

/** A list of which one item can admit everything. */
interface Boundless {
  readonly path: FieldPath;
  admitsAll(item: Item): boolean;
  /** Default: every release. */
  readonly releases?: readonly Release[];
  /** An object that shows it. */
  readonly object: object;
}

/** What the items of these lists have; an item that is a text is its `text`. */
interface Item {
  readonly text?: string;
  readonly pathPrefix?: string;
  readonly readOnly?: boolean;
  readonly driver?: string;
  readonly min?: number;
  readonly max?: number;
}

const LAST_PORT = 65_535;
/** The greatest id of a user or group that Kubernetes takes. */
const LAST_ID = 2_147_483_647;

const isEveryPort = ({ min = 0, max = 0 }: Item): boolean => min <= 1 && max >= LAST_PORT;
const isEveryId = ({ min = 0, max = 0 }: Item): boolean => min <= 0 && max >= LAST_ID;
const withVolume = (volume: object): object => examplePod({}, { volumes: [{ name: "data", ...volume }] });
const unconfined = { "container.apparmor.security.beta.kubernetes.io/app": "unconfined" };

const LISTS: readonly Boundless[] = [
  {
    path: ["allowedRepos"],
    admitsAll: ({ text }) => text === "",
    object: examplePod({ image: "registry.evil.example/app:1.0" }),
  },
  {
    path: ["allowedHostPaths"],
    admitsAll: ({ pathPrefix = "", readOnly }) => readOnly !== true && /^\/+$/.test(pathPrefix),
    object: withVolume({ hostPath: { path: "/etc" } }),
  },
  {
    path: ["allowedHostPorts"],
    admitsAll: isEveryPort,
    object: examplePod({ ports: [{ containerPort: 22, hostPort: 22 }] }),
  },
  { path: ["runAsUser", "ranges"], admitsAll: isEveryId, object: exampleSecured({ runAsUser: 0 }) },
  { path: ["runAsGroup", "ranges"], admitsAll: isEveryId, object: exampleSecured({ runAsGroup: 0 }) },
  { path: ["fsGroup", "ranges"], admitsAll: isEveryId, object: examplePod({}, { securityContext: { fsGroup: 0 } }) },
  {
    path: ["supplementalGroups", "ranges"],
    admitsAll: isEveryId,
    object: examplePod({}, { securityContext: { supplementalGroups: [0] } }),
  },
  {
    path: ["allowedAppArmor"],
    admitsAll: ({ text }) => text === "**",
    object: { ...examplePod(), metadata: { name: "example", annotations: unconfined } },
  },
  {
    path: ["allowedFlexVolumes"],
    admitsAll: ({ driver }) => driver === "*",
    releases: ["next"],
    object: withVolume({ flexVolume: { driver: "example/driver" } }),
  },
];

const itemsAt = (policies: object, path: FieldPath): readonly Item[] =>
  listAt(policies, path).map((item) => (typeof item === "string" ? { text: item } : Object(item)));

const findIn = ({ path, admitsAll, object }: Boundless, policies: object): readonly LintFinding[] =>
  itemsAt(policies, path).flatMap((item, index) =>
    admitsAll(item)
      ? [
          {
            message: `the item admits everything, so that \`${path[0]}\` refuses nothing that is given`,
            path: fieldPath(...path, index),
            evidence: { object, outcome: "admitted" } as const,
          },
        ]
      : [],
  );

const isIn =
  (release: Release) =>
  ({ releases }: Boundless): boolean =>
    releases === undefined || releases.includes(release);

/** An item that admits all there is: a list with it restricts nothing. */
export const boundlessValue: LintRule = {
  code: "boundless-value",
  find: ({ policy: { spec }, release }) => LISTS.filter(isIn(release)).flatMap((list) => findIn(list, spec.policies)),
};
