import { expect, test } from "vitest";
import { BAD_POD } from "../../test/manifests.js";
import { checkFile } from "./check-file.js";
import { packItem, unpackItem } from "./packed-item.js";
import { preparePolicies } from "./policies.js";

const check = (text: string) => {
  const file = { name: "a.yaml", path: "-", bytes: Buffer.from(text) };
  return [...checkFile(file, { policies: preparePolicies({}), namespaces: new Map() })];
};

const [pod] = check(BAD_POD);
const [tag] = check("apiVersion: v1\nkind: Secret\ndata: !vault x\n");
const missing = { problem: { file: "a", message: "no such file", severity: "error" } } as const;

test("an object goes to another thread and back with all that is known, and its findings' lines", () => {
  if (pod?.object === undefined) return expect.unreachable();
  const { object } = unpackItem(structuredClone(packItem(pod)));
  const { excerpt: _, locate: __, ...data } = pod.object;
  expect(object).toMatchObject(data);
  for (const { findings } of pod.object.decision.violations) {
    for (const { position } of findings) {
      if (position === undefined) return expect.unreachable();
      const line = { ...position, endLine: position.line };
      expect(object?.excerpt(line)).toEqual(pod.object.excerpt(line));
      expect(object?.excerpt(line)).toHaveLength(1);
    }
  }
});

test("lines without findings stay behind, and other paths are not located", () => {
  if (pod === undefined) return expect.unreachable();
  const { object } = unpackItem(packItem(pod));
  expect(object?.excerpt({ line: 1, column: 1, endLine: 2, endColumn: 1 })).toEqual([]);
  expect(object?.locate(["kind"])).toMatchObject({ line: 1, exact: false });
});

test("a problem keeps its line, if it has one", () => {
  if (tag === undefined) return expect.unreachable();
  const { problem } = unpackItem(structuredClone(packItem(tag)));
  expect(problem).toMatchObject({ line: 3, code: "unknown-tag" });
  expect(problem?.excerpt?.()).toEqual([{ line: 3, text: "data: !vault x" }]);
  expect(unpackItem(structuredClone(packItem(missing))).problem?.excerpt?.()).toEqual([]);
});
