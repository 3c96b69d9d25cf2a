import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun } from "../test/hostile.js";
import { parseXml, type XmlElement } from "../test/parse-xml.js";
import { BROKEN_FILE, LARGE_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { withConstraint } from "../test/with-constraint.js";
import { createJunitRenderer } from "./junit.js";

const suitesOf = (xml: string): readonly XmlElement[] => parseXml(xml).children[0]?.children ?? [];

const outcomesOf = (xml: string) =>
  suitesOf(xml).map(({ attributes, children }) => [
    attributes["name"],
    ...children.map(
      (test) => `${test.attributes["name"]}: ${test.children.map(({ name }) => name).join() || "passed"}`,
    ),
  ]);

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\n";

describe("JUnit XML", () => {
  it("has a suite for each object and problem, and a test for each policy", () => {
    const entries = checkSample([WEB_SHOP, SOUND_POD, WRONG_TYPE, SERVICE].join("---\n"));
    expect(outcomesOf(renderAll(createJunitRenderer(), entries, [BROKEN_FILE, LARGE_FILE]))).toEqual([
      ["shop/web.yaml:1 Deployment shop/web", "baseline:latest: failure", "restricted:latest: system-out"],
      ["shop/web.yaml:26 Pod shop/sound", "baseline:latest: passed", "restricted:latest: passed"],
      ["shop/web.yaml:40 Pod wrong", "invalid-type: error", "baseline:latest: passed", "restricted:latest: passed"],
      ["shop/web.yaml:47 Service web", "policies: skipped"],
      ["shop/broken.yaml", "template-placeholder: error"],
      ["shop/large.yaml", "unreadable: system-out"],
    ]);
  });

  it("counts tests, failures, errors and skipped tests", () => {
    const [suite] = suitesOf(renderAll(createJunitRenderer(), checkSample(WEB_SHOP)));
    expect(suite?.attributes).toMatchObject({ tests: "2", failures: "1", errors: "0", skipped: "0" });
  });

  it("fails on warnings when asked", () => {
    const xml = renderAll(createJunitRenderer({ failOn: "warn" }), checkSample(WEB_SHOP));
    expect(outcomesOf(xml)[0]).toEqual([
      "shop/web.yaml:1 Deployment shop/web",
      "baseline:latest: failure",
      "restricted:latest: failure",
    ]);
  });

  it("says what is wrong, and where", () => {
    const [suite] = suitesOf(renderAll(createJunitRenderer(), checkSample(WEB_SHOP)));
    expect(suite?.children[0]?.children[0]?.text).toBe(
      [
        'deny capabilities_baseline: non-default capabilities (container "web" must not include "SYS_ADMIN" in securityContext.capabilities.add)',
        '  shop/web.yaml:18:48: spec.template.spec.containers[0].securityContext.capabilities.add[0]; allowed: "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"',
        'deny hostPorts: hostPort (container "web" uses hostPort 8080)',
        "  shop/web.yaml:15:58: spec.template.spec.containers[0].ports[0].hostPort; allowed: 0",
      ].join("\n"),
    );
  });

  it("skips policies from which an object is exempt, and says why", () => {
    const settings = {
      apiVersion: "pod-security.admission.config.k8s.io/v1",
      kind: "PodSecurityConfiguration",
      exemptions: { namespaces: ["shop"] },
    };
    const [suite] = suitesOf(renderAll(createJunitRenderer(), checkSample(WEB_SHOP, { settings })));
    expect(suite?.children[0]?.children[0]).toMatchObject({
      name: "skipped",
      attributes: { message: "namespace `shop` is exempt" },
    });
  });

  it("is well-formed whatever the texts, and says the same each time", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const xml = renderAll(createJunitRenderer(), entries, problems);
      expect(suitesOf(xml)).toHaveLength(entries.length + problems.length);
      expect(renderAll(createJunitRenderer(), entries, problems)).toBe(xml);
    });
    fc.assert(property);
  });

  it("names the constraint as the cluster calls it", () => {
    const [entry] = withConstraint(checkSample(WEB_SHOP));
    const considered = [{ policy: { kind: "SecurityPolicy", name: "strict" }, outcome: "applied" }] as const;
    const entries = entry === undefined ? [] : [{ ...entry, decision: { ...entry.decision, considered } }];
    expect(renderAll(createJunitRenderer(), entries)).toContain("deny hostPorts (D8HostNetwork strict): hostPort");
  });
});
