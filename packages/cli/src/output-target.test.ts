import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../test/folder.js";
import { refuseOverwriting } from "./output-target.js";

const makeTree = (): string => {
  const folder = makeFolder({ "pod.yaml": "", "apps/web.yaml": "" });
  symlinkSync("pod.yaml", join(folder, "link.yaml"));
  symlinkSync("apps", join(folder, "linked"));
  return folder;
};

const refuse = (folder: string, files: readonly string[], inputs: readonly string[]) => () =>
  refuseOverwriting(
    files.map((file) => ({ format: "json", file })),
    inputs,
    folder,
  );

test.each<[files: string[], inputs: string[], message: string]>([
  [["pod.yaml"], ["pod.yaml"], "`--output` would overwrite `pod.yaml`, which is to be read"],
  [["./apps/../pod.yaml"], ["apps", "pod.yaml"], "would overwrite `./apps/../pod.yaml`"],
  [["link.yaml"], ["pod.yaml"], "would overwrite `link.yaml`"],
  [["linked/web.yaml"], ["apps/web.yaml"], "would overwrite `linked/web.yaml`"],
  [["out", "./out"], [], "only one output can go to `./out`"],
  [["apps/out", "linked/out"], [], "only one output can go to `linked/out`"],
])("outputs %j beside inputs %j are refused: %s", (files, inputs, message) => {
  expect(refuse(makeTree(), files, inputs)).toThrow(message);
});

test.each<[files: string[], inputs: string[]]>([
  [["apps/report.json"], ["apps", "-", "*.yaml"]],
  [
    ["a", "apps/a", "no/such/a"],
    ["pod.yaml", "missing.yaml"],
  ],
])("outputs %j beside inputs %j are let through", (files, inputs) => {
  expect(refuse(makeTree(), files, inputs)).not.toThrow();
});

test("an output on standard output overwrites nothing", () => {
  expect(() => refuseOverwriting([{ format: "text" }], ["pod.yaml"], makeTree())).not.toThrow();
});
