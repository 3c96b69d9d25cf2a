import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";

it("all flags of gator expand are taken", async () => {
  const folder = makeFolder({ "pod.yaml": "apiVersion: v1\nkind: Pod\n" });
  const words = "expand -n pod.yaml --format=yaml --outputfile=out --plain-http --tempdir folder".split(" ");
  const { code, output } = await run(["gator", ...words], { folder });
  expect([code, output]).toEqual([0, "Writing output to file: out\n"]);
});
