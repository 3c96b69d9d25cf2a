import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { gatorSuite } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readDocuments } from "../check/read-file.js";
import { readGatorSuiteFile } from "./read-gator-suite-file.js";

const read = (text: string) => {
  const workingDirectory = makeFolder({ "suite.yaml": text });
  const [file] = findFiles(["suite.yaml"], { workingDirectory }).files;
  if (file === undefined) throw new Error("the file is there");
  const [item] = readDocuments(file);
  if (item?.document?.kind !== "object") throw new Error("the suite is an object");
  return readGatorSuiteFile(text, item.document, file);
};

test("a suite of gator is taken as gator takes it: `yes` is a text", () => {
  const { suite, problems } = read(gatorSuite("{violations: yes}", "    invalid: true\n"));
  expect(problems).toEqual([]);
  expect(suite).toMatchObject({
    file: "suite.yaml",
    manner: "gator",
    tests: [{ name: "owners", invalid: true, line: 4, templates: ["template.yaml"] }],
  });
  expect(suite?.tests[0]?.cases).toMatchObject([
    { name: "unowned", object: "pod.yaml", line: 9, assertions: [{ violations: "yes" }] },
  ]);
});

test("a suite of gator whose fields have wrong types is told in gator's words", () => {
  expect(read(gatorSuite("{violations: true}")).problems).toMatchObject([
    { file: "suite.yaml", message: expect.stringContaining("json: cannot unmarshal bool into Go struct field") },
  ]);
});
