import { expect, it } from "vitest";
import { NAMESPACE_TYPE, REQUEST_TYPE } from "./admission-types.js";

it("a request is known without its uid and objects", () => {
  const names = [...(REQUEST_TYPE.fields?.keys() ?? [])];
  expect(names).toContain("operation");
  expect(names).not.toContain("uid");
  expect(names).not.toContain("object");
});

it("a Namespace is known without its owners and managed fields", () => {
  const metadata = NAMESPACE_TYPE.fields?.get("metadata")?.fields;
  expect(metadata?.has("labels")).toBe(true);
  expect(metadata?.has("managedFields")).toBe(false);
});
