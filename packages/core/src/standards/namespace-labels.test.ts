import { describe, expect, it } from "vitest";
import { labelsFor } from "../../test/requests.js";
import {
  describeInvalidValue,
  formatFieldErrors,
  isModeLabelled,
  levelLabel,
  POD_SECURITY_LABELS,
  resolveLabels,
  versionLabel,
} from "./namespace-labels.js";
import { formatStandard, MODES, type PodSecurityPolicy, parseStandard } from "./standard.js";

type Texts = Readonly<Record<string, string>>;

const policyOf = ({ enforce = "privileged", audit = "privileged", warn = "privileged" }: Texts): PodSecurityPolicy => {
  const read = (text: string) => parseStandard(text) ?? expect.fail(text);
  return { enforce: read(enforce), audit: read(audit), warn: read(warn) };
};

const resolve = (standards: Texts, defaults: Texts = {}) =>
  resolveLabels(new Map(Object.entries(labelsFor(standards))), policyOf(defaults));

const textsOf = ({ policy }: ReturnType<typeof resolve>): string =>
  MODES.map((mode) => formatStandard(policy[mode])).join(" ");

describe("resolution of labels", () => {
  const defaults = { enforce: "baseline:v1.1", audit: "baseline:v1.2", warn: "baseline:v1.3" };
  it.each<[string, Texts, Texts, string]>([
    ["without any label the defaults hold", {}, defaults, "baseline:v1.1 baseline:v1.2 baseline:v1.3"],
    [
      "each label changes its own mode",
      { audit: "restricted:v1.9" },
      defaults,
      "baseline:v1.1 restricted:v1.9 baseline:v1.3",
    ],
    [
      "a level keeps the default version",
      { audit: "restricted" },
      defaults,
      "baseline:v1.1 restricted:v1.2 baseline:v1.3",
    ],
    [
      "a version keeps the default level",
      { "audit-version": "v1.9" },
      defaults,
      "baseline:v1.1 baseline:v1.9 baseline:v1.3",
    ],
    ["enforce implies warn", { enforce: "baseline:v1.4" }, {}, "baseline:v1.4 privileged:latest baseline:v1.4"],
    [
      "but not if warn is set",
      { enforce: "baseline", warn: "privileged" },
      {},
      "baseline:latest privileged:latest privileged:latest",
    ],
    [
      "nor if warn is as strict by default",
      { enforce: "baseline:v1.4" },
      defaults,
      "baseline:v1.4 baseline:v1.2 baseline:v1.3",
    ],
    [
      "a version label of warn stays when the level is implied",
      { enforce: "restricted:v1.4", "warn-version": "v1.5" },
      defaults,
      "restricted:v1.4 baseline:v1.2 restricted:v1.5",
    ],
    [
      "a default enforce level implies nothing",
      { "audit-version": "v1.9" },
      { enforce: "restricted" },
      "restricted:latest privileged:v1.9 privileged:latest",
    ],
    [
      "an invalid enforce level is restricted, and implies nothing",
      { enforce: "none" },
      {},
      "restricted:latest privileged:latest privileged:latest",
    ],
    [
      "an invalid audit level is privileged",
      { audit: "none" },
      defaults,
      "baseline:v1.1 privileged:v1.2 baseline:v1.3",
    ],
    [
      "an invalid warn level is privileged, and set",
      { enforce: "baseline", warn: "none" },
      defaults,
      "baseline:v1.1 baseline:v1.2 privileged:v1.3",
    ],
    [
      "an invalid version is latest",
      { enforce: "baseline:v1.07" },
      {},
      "baseline:latest privileged:latest baseline:latest",
    ],
    [
      "an invalid version of warn is latest, and set",
      { enforce: "baseline:v1.4", "warn-version": "x" },
      {},
      "baseline:v1.4 privileged:latest baseline:latest",
    ],
    [
      "other labels change nothing",
      { Enforce: "restricted" },
      {},
      "privileged:latest privileged:latest privileged:latest",
    ],
  ])("%s", (_, labels, given, expected) => {
    expect(textsOf(resolve(labels, given))).toBe(expected);
  });

  it("lists the errors in the order enforce, audit, warn, each level before its version", () => {
    const labels = new Map([...POD_SECURITY_LABELS].reverse().map((label) => [label, `bad ${label.split("/")[1]}`]));
    const { errors } = resolveLabels(labels, policyOf({}));
    expect(errors.map(({ field }) => field)).toEqual(POD_SECURITY_LABELS.map((label) => `metadata.labels[${label}]`));
    expect(errors.map(({ value }) => value)).toEqual([
      "bad enforce",
      "bad enforce-version",
      "bad audit",
      "bad audit-version",
      "bad warn",
      "bad warn-version",
    ]);
  });

  it("an empty value is invalid, not absent", () => {
    expect(resolve({ enforce: ":" }).errors).toEqual([
      {
        field: `metadata.labels[${levelLabel("enforce")}]`,
        value: "",
        detail: "must be one of privileged, baseline, restricted",
      },
      { field: `metadata.labels[${versionLabel("enforce")}]`, value: "", detail: 'must be "latest" or "v1.x"' },
    ]);
  });
});

describe("the wording of errors", () => {
  const level = { field: "metadata.labels[a]", value: 'x"\n', detail: "must be one of y" };
  it("quotes values as Go does", () => {
    expect(describeInvalidValue(level)).toBe('Invalid value: "x\\"\\n": must be one of y');
  });

  it.each([
    [[], "[]"],
    [[level], 'metadata.labels[a]: Invalid value: "x\\"\\n": must be one of y'],
    [
      [level, { field: "b", value: "c", detail: "d" }],
      '[metadata.labels[a]: Invalid value: "x\\"\\n": must be one of y, b: Invalid value: "c": d]',
    ],
  ])("gives one error as it is, several in brackets: %#", (errors, text) => {
    expect(formatFieldErrors(errors)).toBe(text);
  });
});

it("a mode is labelled by its level or its version", () => {
  const labelled = (label: string) => MODES.filter((mode) => isModeLabelled(mode, new Map([[label, ""]])));
  expect(labelled(levelLabel("audit"))).toEqual(["audit"]);
  expect(labelled(versionLabel("warn"))).toEqual(["warn"]);
  expect(labelled("pod-security.kubernetes.io/")).toEqual([]);
});

it("names the six labels as upstream does", () => {
  expect(POD_SECURITY_LABELS).toEqual([
    "pod-security.kubernetes.io/enforce",
    "pod-security.kubernetes.io/enforce-version",
    "pod-security.kubernetes.io/audit",
    "pod-security.kubernetes.io/audit-version",
    "pod-security.kubernetes.io/warn",
    "pod-security.kubernetes.io/warn-version",
  ]);
});
