import { expect, it } from "vitest";
import { printObjectKind, printObjectTitle, readObjectName } from "./object-title.js";

it.each([
  [
    { apiVersion: "apps/v1", kind: "Deployment", metadata: { namespace: "n", name: "d" } },
    "apps/v1, Kind=Deployment n/d",
  ],
  [{ apiVersion: "v1", kind: "Pod", metadata: { name: "p" } }, "/v1, Kind=Pod /p"],
  [{ metadata: { name: 1 } }, "/, Kind= /"],
  [null, "/, Kind= /"],
])("%j is named %j", (object, title) => {
  expect(printObjectTitle(object)).toBe(title);
  expect(title.startsWith(printObjectKind(object))).toBe(true);
  expect(title.endsWith(`/${readObjectName(object)}`)).toBe(true);
});
