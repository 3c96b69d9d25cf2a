import type { FieldPath } from "@ostiary/rules";
import type { PerRelease } from "@ostiary/rules/deckhouse";
import { examplePod, exampleSecured } from "./example-pod.js";
import type { ExceptionDocument, LintStandard } from "./try-out.js";
import { listAt, valueAt } from "./value-at.js";

/** Something about exceptions that its author can hardly mean. */
export interface ExceptionRisk {
  readonly code: string;
  readonly message: string;
  /** The places in `spec` that are the matter. */
  find(spec: unknown): readonly FieldPath[];
  /** Under which of Deckhouse's standards the pod shows it. Default: baseline, which allows most besides */
  readonly standard?: LintStandard;
  /** A pod that names the exception, and shows it. */
  object(exception: ExceptionDocument, path: FieldPath): object;
}

const HOST_PATHS: FieldPath = ["volumes", "hostPath", "allowedValues"];
const ADDED: FieldPath = ["securityContext", "capabilities", "allowedValues", "add"];
const SYSCTLS: FieldPath = ["securityContext", "sysctls", "allowedValues"];

/** The pod, where it names the exception. */
const naming = ({ name, namespace }: ExceptionDocument, pod: object): object => ({
  ...pod,
  metadata: { name: "example", namespace, labels: { "security.deckhouse.io/security-policy-exception": name } },
});

const itemsThat = (list: FieldPath, isMeant: (item: unknown) => boolean) => (spec: unknown) =>
  listAt(spec, list).flatMap((item, index): readonly FieldPath[] => (isMeant(item) ? [[...list, index]] : []));

interface HostPath {
  readonly path?: string;
  readonly readOnly?: boolean;
}

const isRoot = (item: unknown): boolean => {
  const { path = "" }: HostPath = Object(item);
  return path !== "" && path.replaceAll("/", "") === "";
};

const mounting = (exception: ExceptionDocument, path: FieldPath): object => {
  const { path: hostPath, readOnly = false }: HostPath = Object(valueAt(exception.spec, path));
  const volumeMounts = [{ name: "node", mountPath: "/node", readOnly }];
  return naming(exception, examplePod({ volumeMounts }, { volumes: [{ name: "node", hostPath: { path: hostPath } }] }));
};

const opensRoot: ExceptionRisk = {
  code: "exception-opens-root",
  message: "the pod gets the whole file system of its node",
  find: itemsThat(HOST_PATHS, isRoot),
  object: mounting,
};

const opensAll: ExceptionRisk = {
  code: "exception-opens-all",
  message: "`ALL` stands for every capability",
  find: itemsThat(ADDED, (item) => String(item).toUpperCase() === "ALL"),
  object: (exception) => naming(exception, exampleSecured({ capabilities: { add: ["ALL"], drop: ["ALL"] } })),
};

const liftsNoSysctl: ExceptionRisk = {
  code: "exception-lifts-nothing",
  message: "in a cluster an exception lifts nothing about sysctls",
  find: (spec) => (listAt(spec, SYSCTLS).length > 0 ? [["securityContext", "sysctls"]] : []),
  object: (exception) => {
    const [sysctl] = listAt(exception.spec, SYSCTLS);
    return naming(exception, examplePod({}, { securityContext: { sysctls: [sysctl] } }));
  },
};

const valued = (spec: unknown, path: FieldPath): unknown => valueAt(spec, [...path, "allowedValue"]);

/** A value that every rule accepts anyway. */
const liftsNoValue = (field: string, value: boolean, standard: LintStandard): ExceptionRisk => ({
  code: "exception-lifts-nothing",
  message: `\`${field}: ${value}\` needs no exception`,
  standard,
  find: (spec) => (valued(spec, ["securityContext", field]) === value ? [["securityContext", field]] : []),
  object: (exception) => naming(exception, exampleSecured({ [field]: !value })),
});

const liftsNoUser: ExceptionRisk = {
  code: "exception-lifts-nothing",
  message: "`runAsNonRoot` lifts nothing without `runAsUser`",
  standard: "restricted",
  find: (spec) => {
    const [nonRoot, user] = ["runAsNonRoot", "runAsUser"].map((field) => valueAt(spec, ["securityContext", field]));
    return nonRoot !== undefined && user === undefined ? [["securityContext", "runAsNonRoot"]] : [];
  },
  object: (exception) => naming(exception, exampleSecured({ runAsNonRoot: false })),
};

const IDLE: readonly ExceptionRisk[] = [
  liftsNoSysctl,
  liftsNoValue("privileged", false, "baseline"),
  liftsNoValue("allowPrivilegeEscalation", false, "restricted"),
  liftsNoUser,
];

const allowing = (spec: unknown, path: FieldPath): boolean => valued(spec, path) === true;

const opensPorts: ExceptionRisk = {
  code: "exception-opens-ports",
  message: "without `network.hostPorts` release 1.76 allows every port of the node as well",
  find: (spec) => {
    const isOpen = allowing(spec, ["network", "hostNetwork"]) && valueAt(spec, ["network", "hostPorts"]) === undefined;
    return isOpen ? [["network", "hostNetwork"]] : [];
  },
  object: (exception) =>
    naming(exception, examplePod({ ports: [{ containerPort: 22, hostPort: 22 }] }, { hostNetwork: true })),
};

const REPLACING: readonly FieldPath[] = [
  ["network", "hostPID"],
  ["network", "hostIPC"],
  ["network", "hostNetwork"],
];

const replacesPolicy: ExceptionRisk = {
  code: "exception-replaces-policy",
  message:
    "release next refuses pods that name the exception and do not use what it allows: it takes the policy's place",
  find: (spec) => REPLACING.filter((path) => allowing(spec, path)),
  object: (exception) => naming(exception, examplePod()),
};

/** What is to be said of exceptions, by release; 1.66 has none. */
export const EXCEPTION_RISKS: PerRelease<readonly ExceptionRisk[]> = {
  "1.66": [],
  "1.76": [opensRoot, opensAll, ...IDLE, opensPorts],
  next: [opensRoot, opensAll, ...IDLE, replacesPolicy],
};
