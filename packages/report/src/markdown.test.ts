import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun, UNSAFE } from "../test/hostile.js";
import { BROKEN_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { withConstraint } from "../test/with-constraint.js";
import { createMarkdownRenderer } from "./markdown.js";

const TEXT = [WEB_SHOP, SOUND_POD, WRONG_TYPE].join("---\n");

/** What the syntax tree of Markdown is made of, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

const valuesOf = (nodes: readonly Node[], type: string, field: "value" | "url"): readonly string[] =>
  nodes.flatMap((node) => (node.type === type ? [node[field] ?? ""] : []));

/** The words of ours, without which nothing of letters must be left. */
const OUR_WORDS =
  /ℹ|Ostiary|help|admitted with warnings|admitted|refused|is absent|allowed|problems with files|files|objects|\bin\b|\bfrom\b|\bof\b/g;

describe("Markdown", () => {
  it("lists objects with their violations, problems with files, and a summary", () => {
    expect(renderAll(createMarkdownRenderer(), checkSample(TEXT), [BROKEN_FILE])).toMatchInlineSnapshot(`
      "## Ostiary

      \`Deployment shop/web\` in \`shop/web.yaml:1\`: **refused**

      - ❌ \`capabilities_baseline\` of \`baseline:latest\` ([help](<https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline>)): \`non-default capabilities (container "web" must not include "SYS_ADMIN" in securityContext.capabilities.add)\`
        - \`shop/web.yaml:18:48\` \`spec.template.spec.containers[0].securityContext.capabilities.add[0]; allowed: "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"\`
      - ❌ \`hostPorts\` of \`baseline:latest\` ([help](<https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline>)): \`hostPort (container "web" uses hostPort 8080)\`
        - \`shop/web.yaml:15:58\` \`spec.template.spec.containers[0].ports[0].hostPort; allowed: 0\`
      - ⚠️ \`capabilities_restricted\` of \`restricted:latest\` ([help](<https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted>)): \`unrestricted capabilities (container "web" must not include "SYS_ADMIN" in securityContext.capabilities.add)\`
        - \`shop/web.yaml:18:48\` \`spec.template.spec.containers[0].securityContext.capabilities.add[0]; allowed: "NET_BIND_SERVICE"\`
      - ⚠️ \`seccompProfile_restricted\` of \`restricted:latest\` ([help](<https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted>)): \`seccompProfile (pod or container "web" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")\`
        - \`shop/web.yaml:17:13\` \`spec.template.spec.containers[0].securityContext.seccompProfile.type is absent; allowed: "RuntimeDefault", "Localhost"\`

      \`Pod wrong\` in \`shop/web.yaml:40\`: **refused**

      - ❌ \`invalid-type\`: \`\` \`spec.hostNetwork\`: expected boolean, found string \`\`

      ❌ \`shop/broken.yaml:3:11\`: \`a template placeholder is no YAML: render the template first\`

      | files | objects | refused | admitted with warnings | problems with files |
      | ---: | ---: | ---: | ---: | ---: |
      | 2 | 3 | 2 | 0 | 1 |
      "
    `);
  });

  it("says how much is known and left out", () => {
    const summary = {
      files: 1,
      objects: 1,
      denied: 0,
      warned: 0,
      known: 2,
      violations: { deny: 0, warn: 0, dryrun: 0 },
      problems: { error: 0, warning: 0 },
    };
    expect(createMarkdownRenderer().end(summary)).toMatch(/\n\nKnown violations that are left out: 2\n$/);
  });

  it("names the chart's template that an object was rendered from", () => {
    const entries = checkSample(WEB_SHOP).map((entry) => ({ ...entry, source: "shop/templates/web.yaml" }));
    expect(renderAll(createMarkdownRenderer(), entries)).toContain(
      "`Deployment shop/web` in `shop/web.yaml:1` from `shop/templates/web.yaml`: **refused**\n",
    );
  });

  it("says of objects that are admitted that they are", () => {
    const entries = checkSample(WEB_SHOP, { standards: { warn: "baseline" } });
    expect(renderAll(createMarkdownRenderer(), entries)).toContain(
      "`Deployment shop/web` in `shop/web.yaml:1`: admitted\n",
    );
  });

  it("only counts what would make it too long", () => {
    const entries = checkSample(Array(100).fill(WEB_SHOP).join("---\n"));
    const text = renderAll(createMarkdownRenderer({ length: 5000 }), entries);
    expect(text.length).toBeLessThan(5500);
    expect(text).toMatch(/\n9\d more are left out here\.\n/);
    expect(text).toContain("| 1 | 100 | 100 | 0 | 0 |");
  });

  it("holds hostile texts in code spans only, and says the same each time", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const text = renderAll(createMarkdownRenderer(), entries, problems);
      expect(text).not.toMatch(UNSAFE);
      const nodes = nodesOf(fromMarkdown(text));
      expect(valuesOf(nodes, "text", "value").join("\n").replace(OUR_WORDS, "")).not.toMatch(/\p{Letter}/u);
      expect(nodes.filter(({ type }) => type === "html" || type === "image")).toEqual([]);
      expect(valuesOf(nodes, "link", "url").filter((url) => !/^https?:/.test(url))).toEqual([]);
      expect(renderAll(createMarkdownRenderer(), entries, problems)).toBe(text);
    });
    fc.assert(property);
  });

  it("names the constraint as the cluster calls it", () => {
    const text = renderAll(createMarkdownRenderer(), withConstraint(checkSample(WEB_SHOP)));
    expect(text).toContain("❌ `hostPorts` of `SecurityPolicy strict` by `D8HostNetwork strict` ([help](");
  });
});
