import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";

it("all flags of gator test are taken", async () => {
  const folder = makeFolder({ "pod.yaml": "apiVersion: v1\nkind: Pod\n" });
  const flags =
    "-f pod.yaml --output=json --deny-only --stats -v -t --plain-http -d folder --enable-k8s-native-validation=true";
  const policy = "--default-k8s-native-validation-failure-policy=Fail";
  const { code, output } = await run(["gator", "test", ...flags.split(" "), policy], { folder });
  expect([code, JSON.parse(output)]).toEqual([0, { results: null, stats: [] }]);
});

it("gator test takes no path without a flag", async () => {
  const { code, errors } = await run(["gator", "test", "pod.yaml"]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^Error: too many arguments/);
});
