import { formatFieldPath, type GroupKind, ObjectView, Reading } from "@ostiary/rules";
import type { Problem } from "../decision.js";
import { refuseOption } from "../invalid-option.js";
import type { PolicyDocument, PolicyKind } from "../policy-kind.js";
import { describeDocumentFault, refuseDocument } from "../problems.js";
import {
  CONFIGURATION_GROUP,
  CONFIGURATION_VERSIONS,
  type ConfigurationFault,
  NO_CONFIGURATION,
  type PodSecurityConfiguration,
  readConfiguration,
} from "../standards/pod-security-configuration.js";
import { preparePodSecurityStandards } from "../standards/pod-security-standards.js";
import { isVersion, MODES, type PodSecurityPolicy, parseStandard, versionNumber } from "../standards/standard.js";
import { loadPodSecurity } from "./pod-security.js";

const ADMISSION_GROUP = "apiserver.config.k8s.io";
const PLUGIN = "PodSecurity";

/** What can be set about Pod Security beside labels and configuration. */
export interface PodSecurityOptions {
  /** Standards that hold whatever labels and configuration say, by mode: `{ enforce: "restricted:v1.30" }`. */
  readonly standards?: Readonly<Record<string, unknown>>;
  /** The newest version that the server knows. */
  readonly emulatedVersion?: string;
  readonly userNamespacesPodSecurityStandards?: boolean;
}

/** Pod Security admission as a kind of policy: its documents are its configuration. */
export const podSecurity = (options: PodSecurityOptions): PolicyKind => ({
  name: "PodSecurity",
  handles: isConfiguration,
  read: (documents) => {
    const problems: Problem[] = [];
    const configuration = readDocuments(documents, problems);
    const forced = readStandards(options.standards ?? {}, problems);
    const emulatedVersion = readEmulatedVersion(options.emulatedVersion, problems);
    const userNamespaceGate = options.userNamespacesPodSecurityStandards === true;
    const rulesOf = preparePodSecurityStandards({ emulatedVersion, userNamespaceGate });
    return loadPodSecurity({ ...configuration, forced, rulesOf }, problems);
  },
});

const isConfiguration = ({ group, kind }: GroupKind): boolean =>
  (group === CONFIGURATION_GROUP && kind === "PodSecurityConfiguration") ||
  (group === ADMISSION_GROUP && kind === "AdmissionConfiguration");

const readDocuments = (documents: readonly PolicyDocument[], problems: Problem[]): PodSecurityConfiguration => {
  const [first, second] = documents;
  if (second !== undefined) {
    problems.push(refuseDocument(second, "duplicate-configuration", "there is another Pod Security configuration"));
  }
  if (first === undefined) return NO_CONFIGURATION;
  const view = ObjectView.root(new Reading(), first.value, []);
  const faults: ConfigurationFault[] = [];
  const configuration = findConfiguration(first, view, faults);
  for (const fault of view.reading.faults) problems.push(describeDocumentFault(fault, first));
  for (const { path, message } of faults) {
    const text = `\`${formatFieldPath(path)}\`: ${message}`;
    problems.push({ ...refuseDocument(first, "invalid-configuration", text), path });
  }
  return configuration;
};

/** Reads a configuration as it is, or the one inside an `AdmissionConfiguration`. */
const findConfiguration = (
  { group, version }: PolicyDocument,
  view: ObjectView,
  faults: ConfigurationFault[],
): PodSecurityConfiguration => {
  if (group === CONFIGURATION_GROUP) {
    refuseOtherVersions(view, version, faults);
    return readConfiguration(view, faults);
  }
  const plugin = view.objects("plugins").find((candidate) => candidate.string("name") === PLUGIN);
  if (plugin === undefined) return NO_CONFIGURATION;
  const inner = plugin.object("configuration");
  if (!inner.present) {
    faults.push({
      path: plugin.path("configuration"),
      message: "expected a PodSecurityConfiguration; paths are not read",
    });
    return NO_CONFIGURATION;
  }
  const [innerGroup, innerVersion] = (inner.string("apiVersion") ?? "").split("/");
  if (innerGroup !== CONFIGURATION_GROUP || inner.string("kind") !== "PodSecurityConfiguration") {
    faults.push({ path: inner.path("kind"), message: `expected a PodSecurityConfiguration of ${CONFIGURATION_GROUP}` });
  }
  refuseOtherVersions(inner, innerVersion ?? "", faults);
  return readConfiguration(inner, faults);
};

const refuseOtherVersions = (view: ObjectView, version: string, faults: ConfigurationFault[]): void => {
  if (CONFIGURATION_VERSIONS.includes(version)) return;
  const message = `unknown version \`${version}\`: expected one of ${CONFIGURATION_VERSIONS.join(", ")}`;
  faults.push({ path: view.path("apiVersion"), message });
};

const readStandards = (
  standards: Readonly<Record<string, unknown>>,
  problems: Problem[],
): Partial<PodSecurityPolicy> => {
  for (const name of Object.keys(standards)) {
    if (!MODES.some((mode) => mode === name)) problems.push(refuseOption("standards", name, MODES.join(", ")));
  }
  const forced: { -readonly [mode in keyof PodSecurityPolicy]?: PodSecurityPolicy[mode] } = {};
  for (const mode of MODES) {
    const text = Object.hasOwn(standards, mode) ? standards[mode] : undefined;
    if (text === undefined) continue;
    const standard = typeof text === "string" ? parseStandard(text) : undefined;
    if (standard !== undefined) forced[mode] = standard;
    else problems.push(refuseOption(`standards.${mode}`, text, "a level, or a level and version as `baseline:v1.30`"));
  }
  return forced;
};

const readEmulatedVersion = (version: string | undefined, problems: Problem[]): number => {
  if (version === undefined) return Number.POSITIVE_INFINITY;
  if (typeof version === "string" && isVersion(version)) return versionNumber(version);
  problems.push(refuseOption("emulatedVersion", version, "`latest` or `v1.x`"));
  return Number.POSITIVE_INFINITY;
};
