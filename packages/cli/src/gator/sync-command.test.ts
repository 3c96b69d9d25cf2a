import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";

it("all flags of gator sync test are taken", async () => {
  const folder = makeFolder({ "set.yaml": "apiVersion: syncset.gatekeeper.sh/v1alpha1\nkind: SyncSet\n" });
  const words = "sync test -n set.yaml --force-omit-gvk-manifest --plain-http -d folder".split(" ");
  const { code, output } = await run(["gator", ...words], { folder });
  expect([code, output]).toEqual([0, expect.stringMatching(/^ignoring absence/)]);
});
