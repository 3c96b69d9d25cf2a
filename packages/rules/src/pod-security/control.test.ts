import { describe, expect, it } from "vitest";
import type { Finding } from "../rule.js";
import { viewPod } from "../subject/pod-view.js";
import { exceptInUserNamespace, exceptOnWindows } from "./control.js";

const FOUND: readonly Finding[] = [{ path: ["spec"], found: true }];
const findAlways = () => FOUND;

describe("exceptOnWindows", () => {
  it.each([
    [{}, FOUND],
    [{ spec: { os: null } }, FOUND],
    [{ spec: { os: { name: "linux" } } }, FOUND],
    [{ spec: { os: { name: "Windows" } } }, FOUND],
    [{ spec: { os: { name: "windows" } } }, []],
    [{ os: { name: "windows" } }, FOUND],
  ])("spares only pods whose spec.os.name is windows: %j", (pod, findings) => {
    expect(exceptOnWindows(findAlways)(viewPod(pod))).toEqual(findings);
  });
});

describe("exceptInUserNamespace", () => {
  it.each([
    [{}, FOUND],
    [{ spec: { hostUsers: null } }, FOUND],
    [{ spec: { hostUsers: true } }, FOUND],
    [{ spec: { hostUsers: "false" } }, FOUND],
    [{ spec: { hostUsers: false } }, []],
    [{ hostUsers: false }, FOUND],
  ])("spares only pods whose spec.hostUsers is false: %j", (pod, findings) => {
    expect(exceptInUserNamespace(findAlways)(viewPod(pod))).toEqual(findings);
  });
});
