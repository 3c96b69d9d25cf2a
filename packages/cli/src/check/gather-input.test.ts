import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, namespace } from "../../test/manifests.js";
import { PROBES_POLICY } from "../../test/policies.js";
import { findFiles } from "./find-files.js";
import { gatherInput } from "./gather-input.js";
import { readIdentity } from "./identity.js";

const SHOP = namespace("shop", "restricted");
const FILES = { "a.yaml": BAD_POD, "b.yaml": `${SHOP}---\n${PROBES_POLICY}`, "p/p.yaml": PROBES_POLICY };

const gather = async (inputs: readonly string[], policyPaths: readonly string[], standardInput = "") => {
  const workingDirectory = makeFolder(FILES);
  const find = (paths: readonly string[]) => findFiles(paths, { workingDirectory }).files;
  const gathered = await gatherInput(find(inputs), undefined, {
    standardInput: Readable.from([Buffer.from(standardInput)]),
    policyFiles: find(policyPaths),
    policies: [{ value: { metadata: { name: "given" } }, locate: () => ({ file: "given.yaml" }) }],
  });
  return {
    sources: gathered.sources.map(({ name }) => name),
    namespaces: [...gathered.namespaces.keys()],
    policies: gathered.policies.map(({ value, locate }) => `${locate([]).file} ${readIdentity(value).name}`),
    mixedFiles: gathered.mixedFiles.map(({ name }) => name),
    problems: gathered.problems.map(({ file, message }) => `${file}: ${message}`),
  };
};

test("policies that are given come before those of files of their own, and these before those among the objects", async () => {
  expect(await gather(["a.yaml", "b.yaml"], ["p"])).toEqual({
    sources: ["a.yaml", "b.yaml"],
    namespaces: ["shop"],
    policies: ["given.yaml given", "p/p.yaml probes", "b.yaml probes"],
    mixedFiles: ["b.yaml"],
    problems: [],
  });
});

test("a file that is to be checked and named for its policies is read once", async () => {
  const { policies, mixedFiles } = await gather(["a.yaml", "p"], ["p"]);
  expect([policies, mixedFiles]).toEqual([["given.yaml given", "p/p.yaml probes"], ["p/p.yaml"]]);
});

test("policies can come from standard input, and Namespaces from beside them", async () => {
  const { policies, namespaces } = await gather(["a.yaml"], ["-"], `${PROBES_POLICY}---\n${SHOP}`);
  expect([policies, namespaces]).toEqual([["given.yaml given", "- probes"], ["shop"]]);
});

test("what cannot be read is a problem", async () => {
  const gathered = await gatherInput([], undefined, {
    policyFiles: [{ name: "p.yaml", path: "/no/such/file", size: undefined }],
  });
  expect(gathered.problems).toMatchObject([{ file: "p.yaml", message: "no such file or folder" }]);
});
