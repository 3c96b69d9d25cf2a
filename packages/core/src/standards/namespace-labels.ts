import { goQuote } from "@ostiary/rules";
import { isStricter, LEVELS, type Level, parseLevel } from "./level.js";
import { isVersion, MODES, type Mode, type PodSecurityPolicy, type Standard } from "./standard.js";

const PREFIX = "pod-security.kubernetes.io/";
const LEVEL_DETAIL = `must be one of ${LEVELS.join(", ")}`;
const VERSION_DETAIL = 'must be "latest" or "v1.x"';

/** What an invalid level becomes: enforcement fails closed, the other modes fail open. */
const FALLBACK: Readonly<Record<Mode, Level>> = { enforce: "restricted", audit: "privileged", warn: "privileged" };

/** The label that sets a mode's level, and the one that sets its version. */
export const levelLabel = (mode: Mode): string => PREFIX + mode;
export const versionLabel = (mode: Mode): string => `${PREFIX}${mode}-version`;

/** A value that Kubernetes refuses, in the form of its field errors. */
export interface FieldError {
  readonly field: string;
  readonly value: string;
  readonly detail: string;
}

/** What follows from a namespace's labels. The policy always holds, also beside errors. */
export interface ResolvedPolicy {
  readonly policy: PodSecurityPolicy;
  readonly errors: readonly FieldError[];
}

/**
 * Resolves the labels of a namespace to the policy that holds there.
 *
 * @param labels - the namespace's labels; a label that is there with an empty value is invalid, not absent
 * @param defaults - what holds where a label is absent
 * @source api/helpers.go, PolicyToEvaluate
 */
export const resolveLabels = (labels: ReadonlyMap<string, string>, defaults: PodSecurityPolicy): ResolvedPolicy => {
  if (labels.size === 0) return { policy: defaults, errors: [] };
  const errors: FieldError[] = [];
  const [enforce, audit, warn] = [
    resolveMode("enforce", labels, defaults, errors),
    resolveMode("audit", labels, defaults, errors),
    resolveMode("warn", labels, defaults, errors),
  ];
  const enforceLevel = labels.get(levelLabel("enforce"));
  const implied = !labels.has(levelLabel("warn")) && enforceLevel === enforce.level;
  if (!implied || !isStricter(enforce.level, warn.level)) return { policy: { enforce, audit, warn }, errors };
  return { policy: { enforce, audit, warn: impliedWarn(enforce, warn, labels) }, errors };
};

/** Who enforces a level is warned of it as well, at the same version unless a version label says otherwise. */
const impliedWarn = (enforce: Standard, warn: Standard, labels: ReadonlyMap<string, string>): Standard => ({
  level: enforce.level,
  version: labels.has(versionLabel("warn")) ? warn.version : enforce.version,
});

const resolveMode = (
  mode: Mode,
  labels: ReadonlyMap<string, string>,
  defaults: PodSecurityPolicy,
  errors: FieldError[],
): Standard => {
  const level = labels.get(levelLabel(mode));
  const version = labels.get(versionLabel(mode));
  return {
    level: level === undefined ? defaults[mode].level : readLevel(mode, level, errors),
    version: version === undefined ? defaults[mode].version : readVersion(mode, version, errors),
  };
};

const readLevel = (mode: Mode, value: string, errors: FieldError[]): Level => {
  const level = parseLevel(value);
  if (level !== undefined) return level;
  errors.push({ field: `metadata.labels[${levelLabel(mode)}]`, value, detail: LEVEL_DETAIL });
  return FALLBACK[mode];
};

const readVersion = (mode: Mode, value: string, errors: FieldError[]): string => {
  if (isVersion(value)) return value;
  errors.push({ field: `metadata.labels[${versionLabel(mode)}]`, value, detail: VERSION_DETAIL });
  return "latest";
};

/** The part of a field error that names the value: `Invalid value: "x": must be …`. */
export const describeInvalidValue = ({ value, detail }: FieldError): string =>
  `Invalid value: ${goQuote(value)}: ${detail}`;

/** A field error as Kubernetes words it. */
export const formatFieldError = (error: FieldError): string => `${error.field}: ${describeInvalidValue(error)}`;

/** Several field errors as Kubernetes words them: one as it is, more in brackets. */
export const formatFieldErrors = (errors: readonly FieldError[]): string => {
  const texts = errors.map(formatFieldError);
  return texts.length === 1 ? texts.join("") : `[${texts.join(", ")}]`;
};

/** Whether any label of a mode is set explicitly. */
export const isModeLabelled = (mode: Mode, labels: ReadonlyMap<string, string>): boolean =>
  labels.has(levelLabel(mode)) || labels.has(versionLabel(mode));

/** Every label that Pod Security admission reads. */
export const POD_SECURITY_LABELS: readonly string[] = MODES.flatMap((mode) => [levelLabel(mode), versionLabel(mode)]);
