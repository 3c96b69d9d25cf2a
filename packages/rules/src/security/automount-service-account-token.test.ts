import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { automountServiceAccountToken, automountServiceAccountTokenField } from "./automount-service-account-token.js";

const PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
const mounting = (list: string, mountPath: string, automount?: boolean | null) =>
  podWith({ automountServiceAccountToken: automount, [list]: [{ name: "app", volumeMounts: [{ mountPath }] }] });

const judge = (object: unknown, operation?: string) =>
  judgeSecurity(automountServiceAccountToken, "1.76", null, object, operation === undefined ? {} : { operation });

describe("automountServiceAccountToken", () => {
  it.each(RELEASES)("is a boolean in %s, of which only false makes a constraint", (release) => {
    expect(fieldIssues(automountServiceAccountTokenField, release, false)).toEqual([]);
    expect(fieldIssues(automountServiceAccountTokenField, release, [])).toHaveLength(1);
    const made = [false, true, undefined].map((value) =>
      automountServiceAccountToken.generate(release, { automountServiceAccountToken: value }),
    );
    expect(made).toEqual([{}, undefined, undefined]);
  });

  it.each([
    [podWith({}), []],
    [podWith({ automountServiceAccountToken: false }), []],
    [mounting("containers", PATH, false), []],
    [mounting("containers", `${PATH}/`), []],
    [mounting("ephemeralContainers", PATH), []],
    [podWith({ automountServiceAccountToken: true }), ["spec.automountServiceAccountToken: true"]],
    [mounting("containers", PATH), [`spec.containers[0].volumeMounts[0].mountPath: "${PATH}"`]],
    [mounting("initContainers", PATH, null), [`spec.initContainers[0].volumeMounts[0].mountPath: "${PATH}"`]],
  ])("judges %j", (object, places) => {
    expect(judge(object).places).toEqual(places);
  });

  it("looks away on an update, and at nothing else", () => {
    const pod = podWith({ automountServiceAccountToken: true });
    expect(judge(pod, "UPDATE").messages).toEqual([]);
    expect(judge(pod, "CREATE").messages).toEqual(["Automounting service account token is disallowed, pod: p"]);
  });

  it.each(RELEASES)("words one violation for a pod in %s", (release) => {
    const pod = podWith({
      containers: [{ volumeMounts: [{ mountPath: PATH }] }, { volumeMounts: [{ mountPath: PATH }] }],
    });
    expect(judgeSecurity(automountServiceAccountToken, release, {}, pod)).toMatchObject({
      messages: ["Automounting service account token is disallowed, pod: p"],
      places: [expect.stringContaining("containers[0]"), expect.stringContaining("containers[1]")],
    });
  });
});
