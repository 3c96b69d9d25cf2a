import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun } from "../test/hostile.js";
import { BROKEN_FILE, LARGE_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { withConstraint } from "../test/with-constraint.js";
import { createSarifRenderer } from "./sarif.js";

// OASIS, SARIF 2.1.0 Errata 01: github.com/oasis-tcs/sarif-spec, commit ffa72eb4, Schemata/sarif-schema-2.1.0.json
const SCHEMA = JSON.parse(readFileSync(new URL("../test/oasis-2.1.0-errata01.sarif.json", import.meta.url), "utf8"));
const validator = new Ajv({ strict: false });
addFormats(validator);
const validate = validator.compile(SCHEMA);

const TEXT = [WEB_SHOP, SOUND_POD, WRONG_TYPE].join("---\n");

const renderRun = (...given: Parameters<typeof renderAll>) => JSON.parse(renderAll(...given)).runs[0];

describe("SARIF", () => {
  it("has a result for each place, with region, level, rule and fingerprint", () => {
    const { results, tool } = renderRun(createSarifRenderer(), checkSample(TEXT));
    expect(results).toHaveLength(5);
    expect(results[1]).toEqual({
      ruleId: "hostPorts",
      ruleIndex: 1,
      level: "error",
      message: { text: 'hostPort (container "web" uses hostPort 8080)' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "shop/web.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 15, startColumn: 58, endLine: 15, endColumn: 62 },
          },
          logicalLocations: [
            {
              fullyQualifiedName: "Deployment shop/web spec.template.spec.containers[0].ports[0].hostPort",
              kind: "resource",
            },
          ],
        },
      ],
      partialFingerprints: {
        "ostiary/v1": "apps/v1 Deployment shop/web hostPorts spec.template.spec.containers[0].ports[0].hostPort",
      },
      properties: {
        policies: [
          { kind: "PodSecurityStandard", name: "baseline", version: "latest", action: "deny" },
          { kind: "PodSecurityStandard", name: "restricted", version: "latest", action: "warn" },
        ],
        found: 8080,
        allowed: 0,
      },
    });
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      "error",
      "error",
      "warning",
      "warning",
      "error",
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it("tells what is only recorded as a note, and problems that only are reported as warnings", () => {
    const [entry] = checkSample(WEB_SHOP, { standards: { audit: "baseline" } });
    const problem = { code: "a", message: "b", effect: "report" } as const;
    const entries = entry === undefined ? [] : [{ ...entry, decision: { ...entry.decision, problems: [problem] } }];
    const { results } = renderRun(createSarifRenderer(), entries);
    expect(results.map(({ level }: { level: string }) => level)).toEqual(["warning", "note", "note"]);
  });

  it("counts columns in UTF-16 code units, and tells problems with files as notifications", () => {
    const { columnKind, invocations } = renderRun(createSarifRenderer(), [], [BROKEN_FILE, LARGE_FILE]);
    expect(columnKind).toBe("utf16CodeUnits");
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications.map(({ level }: { level: string }) => level)).toEqual([
      "error",
      "warning",
    ]);
  });

  it("names the version of the tool", () => {
    const { tool } = renderRun(createSarifRenderer({ version: "1.2.3" }), []);
    expect(tool.driver).toEqual({ name: "ostiary", version: "1.2.3", semanticVersion: "1.2.3", rules: [] });
  });

  it("keeps to the official schema", () => {
    const describeRule = () => ({ summary: "One sentence.", description: "More." });
    for (const entries of [checkSample(TEXT), []]) {
      validate(
        JSON.parse(
          renderAll(createSarifRenderer({ version: "1.2.3", describeRule }), entries, [BROKEN_FILE, LARGE_FILE]),
        ),
      );
      expect(validate.errors).toBeNull();
    }
  });

  it("is refused by the official schema when a region is wrong", () => {
    const log = JSON.parse(renderAll(createSarifRenderer(), checkSample(TEXT)));
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(validate(log)).toBe(false);
  });

  it("can be parsed and keeps to the official schema whatever the texts, and says the same each time", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const text = renderAll(createSarifRenderer(), entries, problems);
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
      expect(renderAll(createSarifRenderer(), entries, problems)).toBe(text);
    });
    fc.assert(property);
  });

  it("names the constraint as the cluster calls it", () => {
    const { results } = renderRun(createSarifRenderer(), withConstraint(checkSample(WEB_SHOP)));
    const constraint = { kind: "D8HostNetwork", name: "strict" };
    expect(results[0].properties.policies[0]).toMatchObject({ kind: "SecurityPolicy", constraint });
  });
});
