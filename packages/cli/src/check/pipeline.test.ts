import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, inNamespace, namespace, ORDINARY_POD } from "../../test/manifests.js";
import { findFiles } from "./find-files.js";
import { type CheckMeans, type CheckOptions, checkFiles } from "./pipeline.js";

const check = async (
  files: Readonly<Record<string, string>>,
  inputs: readonly string[],
  options: CheckOptions = {},
  means: CheckMeans = {},
) => {
  const found = findFiles(inputs, { workingDirectory: makeFolder(files) });
  const outcome: string[] = [];
  for await (const { object, problem } of checkFiles(found.files, options, means)) {
    outcome.push(
      object === undefined
        ? `${problem.file}: ${problem.message}`
        : `${object.file}: ${object.name} ${object.decision.allowed}`,
    );
  }
  return outcome;
};

test("files are checked in their order", async () => {
  expect(await check({ "b.yaml": BAD_POD, "a.yaml": ORDINARY_POD }, ["."])).toEqual([
    "a.yaml: ordinary true",
    "b.yaml: bad false",
  ]);
});

test("a Namespace counts for the objects of all files, also for those before it", async () => {
  const files = { "a.yaml": inNamespace(ORDINARY_POD, "shop"), "z.yaml": namespace("shop", "restricted") };
  expect(await check(files, ["."])).toEqual(["a.yaml: ordinary false", "z.yaml: shop true"]);
});

test("a level wins over the labels", async () => {
  const files = { "a.yaml": inNamespace(ORDINARY_POD, "shop"), "z.yaml": namespace("shop", "restricted") };
  expect((await check(files, ["."], { level: "baseline" }))[0]).toBe("a.yaml: ordinary true");
});

test("standard input is read like a file, the Namespaces in it included", async () => {
  const input = `${inNamespace(ORDINARY_POD, "shop")}---\n${namespace("shop", "restricted")}`;
  const means = { standardInput: Readable.from([Buffer.from(input)]) };
  expect(await check({}, ["-"], {}, means)).toEqual(["-: ordinary false", "-: shop true"]);
  expect(await check({}, ["-"])).toEqual([]);
});

test("input that breaks off is a problem", async () => {
  const standardInput = (async function* () {
    yield Buffer.from("kind");
    throw new Error("the pipe broke");
  })();
  expect(await check({ "a.yaml": ORDINARY_POD }, ["-", "a.yaml"], {}, { standardInput })).toEqual([
    "-: the pipe broke",
    "a.yaml: ordinary true",
  ]);
});

test("others can do the checking", async () => {
  const checkSources: CheckMeans["checkSources"] = ({ files }) =>
    files.map(({ name }) => ({ problem: { file: name, message: "seen", severity: "warning" } }));
  expect(await check({ "a.yaml": "" }, ["."], {}, { checkSources })).toEqual(["a.yaml: seen"]);
});
