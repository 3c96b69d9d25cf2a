import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun } from "../test/hostile.js";
import { BROKEN_FILE, LARGE_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { createJsonRenderer } from "./json.js";

const SCHEMA = JSON.parse(readFileSync(new URL("../schema/check-report.schema.json", import.meta.url), "utf8"));
const validator = new Ajv2020({ allowUnionTypes: true });
const validate = validator.compile(SCHEMA);

const TEXT = [WEB_SHOP, SOUND_POD, WRONG_TYPE].join("---\n");

describe("JSON", () => {
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
    const renderer = createJsonRenderer();
    const report = JSON.parse(renderer.begin() + renderer.end(summary));
    expect([validate(report), report.summary.known]).toEqual([true, 2]);
  });

  it("names the chart's template that an object was rendered from", () => {
    const entries = checkSample(TEXT).map((entry) => ({ ...entry, source: "shop/templates/web.yaml" }));
    const report = JSON.parse(renderAll(createJsonRenderer(), entries));
    expect([validate(report), report.objects[0].source]).toEqual([true, "shop/templates/web.yaml"]);
  });

  it("holds objects with positioned decisions, problems and a summary", () => {
    const report = JSON.parse(renderAll(createJsonRenderer(), checkSample(TEXT), [BROKEN_FILE, LARGE_FILE]));
    expect(report.objects[0]).toMatchObject({
      file: "shop/web.yaml",
      document: 0,
      line: 1,
      apiVersion: "apps/v1",
      kind: "Deployment",
      namespace: "shop",
      name: "web",
    });
    const [first] = report.objects[0].decision.violations[0].findings;
    expect(first.position).toEqual({ line: 18, column: 48, endLine: 18, endColumn: 57 });
    expect(report.problems[0]).toEqual({
      file: "shop/broken.yaml",
      line: 3,
      column: 11,
      message: "a template placeholder is no YAML: render the template first",
      severity: "error",
      code: "template-placeholder",
    });
    expect(report.summary).toMatchObject({ files: 3, objects: 3, denied: 2, problems: { error: 1, warning: 1 } });
  });

  it.each([
    ["violations", checkSample(TEXT)],
    ["explanations", checkSample(TEXT, { explain: true })],
    ["items of a list", checkSample(JSON.stringify({ apiVersion: "v1", kind: "List", items: [{ kind: "Pod" }] }))],
    ["nothing", []],
  ])("with %s keeps to its schema", (_, entries) => {
    validate(JSON.parse(renderAll(createJsonRenderer(), entries, [BROKEN_FILE])));
    expect(validate.errors).toBeNull();
  });

  it("is refused by its schema when a field is missing or superfluous", () => {
    const report = JSON.parse(renderAll(createJsonRenderer(), checkSample(TEXT)));
    expect(validate({ ...report, surprise: 1 })).toBe(false);
    delete report.objects[0].decision.allowed;
    expect(validate(report)).toBe(false);
  });

  it("has each object on a line of its own", () => {
    const lines = renderAll(createJsonRenderer(), checkSample(TEXT)).split("\n");
    expect(lines.filter((line) => line.startsWith('{"file":'))).toHaveLength(3);
  });

  it("keeps integers beyond 2^53", () => {
    const text =
      "apiVersion: v1\nkind: Pod\nspec:\n  securityContext: { runAsUser: 9007199254740993 }\n  hostPID: 1e3\n";
    const [entry] = checkSample(text);
    const finding = { path: ["spec"], found: 9007199254740993n };
    const violation = {
      policy: { kind: "A", name: "a" },
      rule: "a",
      action: "deny",
      message: "a",
      findings: [finding],
    } as const;
    const entries = entry === undefined ? [] : [{ ...entry, decision: { ...entry.decision, violations: [violation] } }];
    expect(renderAll(createJsonRenderer(), entries)).toContain('"found":9007199254740993}');
  });

  it("can be parsed and keeps to its schema whatever the texts, and says the same each time", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const text = renderAll(createJsonRenderer(), entries, problems);
      const report = JSON.parse(text);
      expect(report.objects.map(({ name }: { name: string }) => name)).toEqual(entries.map(({ name }) => name));
      validate(report);
      expect(validate.errors).toBeNull();
      expect(renderAll(createJsonRenderer(), entries, problems)).toBe(text);
    });
    fc.assert(property);
  });
});
