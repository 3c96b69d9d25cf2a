import { expect, test } from "vitest";
import { nearestNames } from "./nearest-names.js";

const NAMES = ["runAsNonRoot", "runAsUser", "hostPorts", "hostNamespaces", "seccompProfile_baseline", "sysctls"];

test.each<[text: string, names: string[]]>([
  ["runAsNonRot", ["runAsNonRoot"]],
  ["RUN-AS-USER", ["runAsUser"]],
  ["hostport", ["hostPorts"]],
  ["seccomp", ["seccompProfile_baseline"]],
  ["sysctl", ["sysctls"]],
  ["run", ["runAsNonRoot", "runAsUser"]],
  ["host", ["hostPorts", "hostNamespaces"]],
  ["completely different", []],
  ["", []],
  ["---", []],
])("`%s` may mean %j", (text, names) => {
  expect(nearestNames(text, NAMES)).toEqual(names);
});

test("three at most are suggested", () => {
  expect(nearestNames("host", ["hostA", "hostB", "hostC", "hostD"])).toEqual(["hostA", "hostB", "hostC"]);
});
