import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { checkContainerDuplicates, checkContainerDuplicatesField } from "./check-container-duplicates.js";

const judge = (spec: object) => judgeConstraint(checkContainerDuplicates, "1.76", null, podWith(spec));
const named = (...names: readonly unknown[]) => names.map((name) => ({ name }));

describe("checkContainerDuplicates", () => {
  it.each(RELEASES)("takes a boolean in %s", (release) => {
    expect(fieldIssues(checkContainerDuplicatesField, release, true)).toEqual([]);
    expect(fieldIssues(checkContainerDuplicatesField, release, 1)).toEqual([
      "checkContainerDuplicates: expected boolean, found 1",
    ]);
  });

  it.each(RELEASES)("makes a constraint of true only, in %s", (release) => {
    expect(checkContainerDuplicates.generate(release, { checkContainerDuplicates: true })).toEqual({});
    expect(checkContainerDuplicates.generate(release, { checkContainerDuplicates: false })).toBeUndefined();
    expect(checkContainerDuplicates.generate(release, {})).toBeUndefined();
  });

  it.each([
    ["different names", { containers: named("a", "b") }],
    ["a name in two lists", { containers: named("a"), initContainers: named("a") }],
    ["a name twice among ephemeral containers", { ephemeralContainers: named("a", "a") }],
    ["names that differ in case", { containers: named("a", "A") }],
    ["containers without names", { containers: [{}, {}, null, null] }],
    [
      "a variable in two containers",
      {
        containers: [
          { name: "a", env: named("X") },
          { name: "b", env: named("X") },
        ],
      },
    ],
    ["variables without names", { containers: [{ name: "a", env: [{}, {}, null] }] }],
    ["a variable of an ephemeral container", { ephemeralContainers: [{ name: "a", env: named("X", "X") }] }],
    ["envFrom", { containers: [{ name: "a", envFrom: [{ prefix: "X" }, { prefix: "X" }] }] }],
  ])("allows %s", (_, spec) => {
    expect(judge(spec)).toMatchObject({ messages: [], faults: [] });
  });

  it.each(RELEASES)("refuses a container's second name and every further one in %s", (release) => {
    const pod = podWith({ containers: named("a", "b", "a", "a"), initContainers: named("i", "i") });
    const { messages, places } = judgeConstraint(checkContainerDuplicates, release, null, pod);
    expect(messages).toEqual([
      "Pod <p> has duplicated container names: 'i'",
      "Pod <p> has duplicated container names: 'a'",
      "Pod <p> has duplicated container names: 'a'",
    ]);
    expect(places).toEqual([
      'spec.initContainers[1].name: "i"',
      'spec.containers[2].name: "a"',
      'spec.containers[3].name: "a"',
    ]);
  });

  it.each(RELEASES)("refuses a variable's second name in %s", (release) => {
    const pod = podWith({ initContainers: [{ name: "i", env: named("X", "Y", "X") }] });
    const { results } = judgeConstraint(checkContainerDuplicates, release, null, pod);
    expect(results).toEqual([
      {
        message: "Container <i> in pod <p> has duplicated env variable names: 'X'",
        findings: [
          {
            path: ["spec", "initContainers", 0, "env", 2, "name"],
            container: { list: "initContainers", index: 0, name: "i" },
            found: "X",
          },
        ],
      },
    ]);
  });

  it("compares empty names like others", () => {
    expect(judge({ containers: named("", "") }).messages).toEqual(["Pod <p> has duplicated container names: ''"]);
  });

  it.each([
    [{ containers: [{ name: 5 }, { name: 5 }] }, 2],
    [{ containers: [{ name: "a", env: {} }] }, 1],
    [{ containers: [{ name: "a", env: ["X", "X"] }] }, 2],
    [{ containers: [{ name: "a", env: [{ name: 1 }] }] }, 1],
  ])("takes %j for a wrong type", (spec, count) => {
    const { messages, faults } = judge(spec);
    expect(messages).toEqual([]);
    expect(faults).toHaveLength(count);
  });

  it("finds as many repetitions as there are names beyond the distinct ones", () => {
    const names = fc.array(fc.constantFrom("a", "b", "c", "__proto__", "constructor"));
    fc.assert(
      fc.property(names, names, (containers, variables) => {
        const spec = {
          containers: named(...containers),
          initContainers: [{ name: "i", env: named(...variables) }],
        };
        const repeated = (list: readonly string[]) => list.length - new Set(list).size;
        expect(judge(spec).messages).toHaveLength(repeated(containers) + repeated(variables));
      }),
    );
  });

  it("takes time linear in the number of containers", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `c${index % 10_000}`);
    expect(judge({ containers: named(...names) }).messages).toHaveLength(10_000);
  });
});
