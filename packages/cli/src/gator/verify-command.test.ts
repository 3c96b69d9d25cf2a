import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";

it("all flags of gator verify are taken, before and behind the path", async () => {
  const folder = makeFolder({ "pod.yaml": "kind: Pod\n" });
  const words = "verify -v pod.yaml -t --run=x --enable-k8s-native-validation=false".split(" ");
  expect(await run(["gator", ...words], { folder })).toEqual({ code: 0, output: "PASS\n\n", errors: "" });
});
