import { expect, it } from "vitest";
import { Origin } from "./origin.js";

it("an origin tells the path from the root", () => {
  expect(Origin.root().path()).toEqual([]);
  expect(Origin.root().child("spec").child("containers").child(0).path()).toEqual(["spec", "containers", 0]);
});
