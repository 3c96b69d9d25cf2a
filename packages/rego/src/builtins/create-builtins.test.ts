import { expect, test } from "vitest";
import { createBuiltins } from "./create-builtins.js";
import { allBuiltins, lightBuiltins, networkBuiltins } from "./index.js";

test("of two builtins with one name the later counts", () => {
  const table = createBuiltins(
    [{ name: "f", signature: "-> any", call: () => 1 }],
    [{ name: "f", signature: "-> any", call: () => 2, impure: "now" }],
  );
  expect([...table.keys()]).toStrictEqual(["f"]);
  expect(table.get("f")?.impure).toBe("now");
});

test("the light table declares all that the full one has, and neither has the network", () => {
  const [light, all] = [lightBuiltins(), allBuiltins()];
  expect([...light.keys()].sort()).toStrictEqual([...all.keys()].sort());
  expect(networkBuiltins.filter(({ name }) => all.has(name))).toStrictEqual([]);
  for (const [name, { signature }] of all) expect(light.get(name)?.signature).toBe(signature);
});
