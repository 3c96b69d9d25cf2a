import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun, UNSAFE } from "../test/hostile.js";
import { BROKEN_FILE, LARGE_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { withConstraint } from "../test/with-constraint.js";
import { displayWidth } from "./display-cells.js";
import type { Paint } from "./paint.js";
import { createTextRenderer } from "./text.js";

const ENTRIES = checkSample([WEB_SHOP, SOUND_POD, WRONG_TYPE].join("---\n"));

describe("text for people", () => {
  it("names the chart's template that an object was rendered from", () => {
    const entries = ENTRIES.map((entry) => ({ ...entry, source: "shop/templates/web.yaml" }));
    expect(renderAll(createTextRenderer(), entries)).toContain(
      "shop/web.yaml:1 Deployment shop/web: refused\n  from shop/templates/web.yaml\n  the cluster admits",
    );
  });

  it("shows objects with their violations, places and what is allowed, then problems with files and a summary", () => {
    expect(renderAll(createTextRenderer(), ENTRIES, [BROKEN_FILE, LARGE_FILE])).toMatchInlineSnapshot(`
      "shop/web.yaml:1 Deployment shop/web: refused
        the cluster admits the Deployment and refuses the pods that it creates

        error capabilities_baseline: non-default capabilities (container "web" must
          not include "SYS_ADMIN" in securityContext.capabilities.add)
        shop/web.yaml:18:48
        spec.template.spec.containers[0].securityContext.capabilities.add[0]
         18 |             capabilities: { drop: [ALL], add: [SYS_ADMIN] }
            |                                                ^^^^^^^^^
              allowed: "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID",
              "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP",
              "SETUID", "SYS_CHROOT"
        baseline:latest denies
        https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

        error hostPorts: hostPort (container "web" uses hostPort 8080)
        shop/web.yaml:15:58  spec.template.spec.containers[0].ports[0].hostPort
         15 |             - { name: 網頁, containerPort: 8080, hostPort: 8080 }
            |                                                            ^^^^
              allowed: 0
        baseline:latest denies, restricted:latest warns
        https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

        warning capabilities_restricted: unrestricted capabilities (container "web"
          must not include "SYS_ADMIN" in securityContext.capabilities.add)
        shop/web.yaml:18:48
        spec.template.spec.containers[0].securityContext.capabilities.add[0]
         18 |             capabilities: { drop: [ALL], add: [SYS_ADMIN] }
            |                                                ^^^^^^^^^
              allowed: "NET_BIND_SERVICE"
        restricted:latest warns
        https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

        warning seccompProfile_restricted: seccompProfile (pod or container "web"
          must set securityContext.seccompProfile.type to "RuntimeDefault" or
          "Localhost")
        shop/web.yaml:17:13
        spec.template.spec.containers[0].securityContext.seccompProfile.type is absent
         17 |             allowPrivilegeEscalation: false
            |             ^
              allowed: "RuntimeDefault", "Localhost"
        restricted:latest warns
        https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

      shop/web.yaml:40 Pod wrong: refused

        problem invalid-type: \`spec.hostNetwork\`: expected boolean, found string
        shop/web.yaml:44:16
         44 |   hostNetwork: "yes"
            |                ^^^^^

      shop/broken.yaml:3:11
        error template-placeholder: a template placeholder is no YAML: render the
          template first
          3 |   replicas: {{ .Values.replicas }}
            |           ^

      shop/large.yaml
        warning: this takes long

      3 objects in 3 files: 2 refused, 0 admitted with warnings; 2 errors, 2 warnings; 1 problem; with files: 1 error, 1 warning
      "
    `);
  });

  it("leaves out objects about which there is nothing to say", () => {
    expect(renderAll(createTextRenderer(), checkSample(SOUND_POD))).toBe(
      "1 object in 1 file: 0 refused, 0 admitted with warnings; 0 errors, 0 warnings\n",
    );
  });

  it("names objects that are admitted with warnings, and what is only recorded", () => {
    const entries = checkSample(WEB_SHOP, { standards: { warn: "baseline", audit: "restricted" } });
    const text = renderAll(createTextRenderer(), entries);
    expect(text).toContain("shop/web.yaml:1 Deployment shop/web: admitted with warnings\n\n");
    expect(text).toContain("  notice capabilities_restricted: ");
    expect(text).toContain("; 0 errors, 2 warnings; 2 notices\n");
  });

  it("explains why rules passed when asked", () => {
    const text = renderAll(createTextRenderer({ explain: true }), checkSample(SOUND_POD, { explain: true }));
    expect(text).toContain(
      "shop/web.yaml:1 Pod shop/sound: admitted\n\n  baseline:latest (deny) applied: 12 rules passed\n",
    );
    expect(text).toContain("spec.securityContext.runAsNonRoot: true (line 6)");
  });

  it("keeps to the width, except for what must not be broken", () => {
    for (const width of [60, 100]) {
      const lines = renderAll(createTextRenderer({ width }), ENTRIES, [BROKEN_FILE]).split("\n");
      const long = lines.filter((line) => displayWidth(line) > width);
      expect(long.filter((line) => !/^ {2}(https:|spec\.)|^\d+ objects/.test(line))).toEqual([]);
    }
  });

  it("differs by its colours only when painted", () => {
    const paint: Paint = (style, text) => `\u001B[${style.length}m${text}\u001B[0m`;
    const painted = renderAll(createTextRenderer({ paint }), ENTRIES, [BROKEN_FILE]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are to be taken out again
    expect(painted.replace(/\u001B\[\d+m/g, "")).toBe(renderAll(createTextRenderer(), ENTRIES, [BROKEN_FILE]));
    expect(painted).toContain("\u001B[5merror\u001B[0m hostPorts: ");
  });

  it.each([
    ["error", { enforce: "baseline" }],
    ["warning", { warn: "baseline" }],
    ["success", { audit: "baseline" }],
  ] as const)("paints the summary as %s for %j", (style, standards) => {
    const paint: Paint = (painted, text) => `<${painted}>${text}`;
    const text = renderAll(createTextRenderer({ paint }), checkSample(WEB_SHOP, { standards }));
    expect(text).toContain(`\n<${style}>1 object in 1 file: `);
  });

  it("lets nothing of a hostile manifest act on a terminal", () => {
    const property = fc.property(hostileRun, fc.boolean(), ([entries, problems], explain) => {
      expect(renderAll(createTextRenderer({ explain }), entries, problems)).not.toMatch(UNSAFE);
    });
    fc.assert(property);
  });

  it("is the same, byte by byte, for the same input", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const [first, second] = [0, 1].map(() => renderAll(createTextRenderer({ explain: true }), entries, problems));
      expect(first).toBe(second);
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("names the constraint as the cluster calls it", () => {
    const text = renderAll(createTextRenderer(), withConstraint(checkSample(WEB_SHOP)));
    expect(text).toContain("\n  SecurityPolicy strict denies by D8HostNetwork strict\n");
  });

  it("says how much is known and left out, where anybody says what is", () => {
    const summary = {
      files: 1,
      objects: 1,
      denied: 0,
      warned: 0,
      known: 2,
      violations: { deny: 0, warn: 0, dryrun: 0 },
      problems: { error: 0, warning: 0 },
    };
    const end = (known: number) => createTextRenderer().end({ ...summary, known });
    expect(end(1)).toContain("; 1 known violation left out\n");
    expect(end(0)).toContain("; 0 known violations left out\n");
  });

  it("counts the policy documents in the summary, where there are any", () => {
    const summary = {
      files: 1,
      objects: 1,
      denied: 0,
      warned: 0,
      violations: NONE,
      problems: { error: 0, warning: 0 },
    };
    const end = (policies?: number) => createTextRenderer().end({ ...summary, ...(policies && { policies }) });
    expect(end(1)).toContain("1 object in 1 file by 1 policy document: 0 refused");
    expect(end(2)).toContain("by 2 policy documents: ");
    expect(end()).toContain("1 object in 1 file: 0 refused");
  });
});

const NONE = { deny: 0, warn: 0, dryrun: 0 };
