import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { top } from "./workspace.js";

it("the lock file names no download addresses, so that everybody's own registry serves", () => {
  expect(readFileSync(join(top, "pnpm-lock.yaml"), "utf8")).not.toMatch(/tarball:|https?:\/\//);
});
