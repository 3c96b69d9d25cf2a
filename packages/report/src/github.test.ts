import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun, UNSAFE } from "../test/hostile.js";
import { BROKEN_FILE, LARGE_FILE, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { createGithubRenderer } from "./github.js";

const SINGLE_COMMAND =
  /^::(?:error|warning|notice) file=[^,:\n]*(?:,(?:line|col|endLine|endColumn)=\d+)*,title=[^,:\n]*::[^\n]*$/;

describe("workflow commands of GitHub", () => {
  it("point at each place of a violation and each problem", () => {
    const entries = checkSample([WEB_SHOP, WRONG_TYPE].join("---\n"));
    expect(renderAll(createGithubRenderer(), entries, [BROKEN_FILE, LARGE_FILE]).split("\n")).toEqual([
      '::error file=shop/web.yaml,line=18,col=48,endLine=18,endColumn=57,title=Deployment shop/web%3A capabilities_baseline::non-default capabilities (container "web" must not include "SYS_ADMIN" in securityContext.capabilities.add)%0Aspec.template.spec.containers[0].securityContext.capabilities.add[0]; allowed: "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"',
      '::error file=shop/web.yaml,line=15,col=58,endLine=15,endColumn=62,title=Deployment shop/web%3A hostPorts::hostPort (container "web" uses hostPort 8080)%0Aspec.template.spec.containers[0].ports[0].hostPort; allowed: 0',
      '::warning file=shop/web.yaml,line=18,col=48,endLine=18,endColumn=57,title=Deployment shop/web%3A capabilities_restricted::unrestricted capabilities (container "web" must not include "SYS_ADMIN" in securityContext.capabilities.add)%0Aspec.template.spec.containers[0].securityContext.capabilities.add[0]; allowed: "NET_BIND_SERVICE"',
      '::warning file=shop/web.yaml,line=17,col=13,endLine=17,endColumn=14,title=Deployment shop/web%3A seccompProfile_restricted::seccompProfile (pod or container "web" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")%0Aspec.template.spec.containers[0].securityContext.seccompProfile.type is absent; allowed: "RuntimeDefault", "Localhost"',
      "::error file=shop/web.yaml,line=30,col=16,endLine=30,endColumn=21,title=Pod wrong%3A invalid-type::`spec.hostNetwork`: expected boolean, found string",
      "::error file=shop/broken.yaml,line=3,col=11,title=template-placeholder::a template placeholder is no YAML: render the template first",
      "::warning file=shop/large.yaml,title=unreadable::this takes long",
      "",
    ]);
  });

  it("tell what is only recorded as a notice, and a problem that is only reported as a warning", () => {
    const [entry] = checkSample(WEB_SHOP, { standards: { audit: "baseline" } });
    const problem = { code: "code", message: "message", effect: "report" } as const;
    const entries = entry === undefined ? [] : [{ ...entry, decision: { ...entry.decision, problems: [problem] } }];
    const lines = renderAll(createGithubRenderer(), entries).split("\n");
    expect(lines[0]).toBe(
      "::warning file=shop/web.yaml,line=1,col=1,endLine=1,endColumn=2,title=Deployment shop/web%3A code::message",
    );
    expect(lines[1]).toMatch(/^::notice /);
  });

  it("leave out the columns of a place that goes over several lines, which GitHub refuses", () => {
    const [entry] = checkSample(WEB_SHOP);
    const position = { line: 3, column: 1, endLine: 5, endColumn: 9 };
    const problem = { code: "code", message: "message", effect: "deny", position } as const;
    const entries = entry === undefined ? [] : [{ ...entry, decision: { ...entry.decision, problems: [problem] } }];
    expect(renderAll(createGithubRenderer(), entries)).toMatch(/^::error file=shop\/web\.yaml,line=3,endLine=5,title=/);
  });

  it.each([
    ["ends a command", "a\n::error::b", "a%0A::error::b"],
    ["is already escaped", "100%25", "100%2525"],
    ["acts on a terminal", "\u001B[31m\0", "␛[31m␀"],
    ["ends a line elsewhere", "a\r\nb\rc", "a%0Ab%0Ac"],
  ])("escape in a message what %s", (_, message, escaped) => {
    expect(renderAll(createGithubRenderer(), [], [{ ...LARGE_FILE, message }])).toBe(
      `::warning file=shop/large.yaml,title=unreadable::${escaped}\n`,
    );
  });

  it("escape in a property also what separates properties", () => {
    expect(renderAll(createGithubRenderer(), [], [{ ...LARGE_FILE, file: "a,line=1::b" }])).toContain(
      "file=a%2Cline=1%3A%3Ab,",
    );
  });

  it("are one line each and safe to print, whatever the texts, and the same each time", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const text = renderAll(createGithubRenderer(), entries, problems);
      expect(text).not.toMatch(UNSAFE);
      for (const line of text.split("\n").slice(0, -1)) expect(line).toMatch(SINGLE_COMMAND);
      expect(renderAll(createGithubRenderer(), entries, problems)).toBe(text);
    });
    fc.assert(property);
  });
});
