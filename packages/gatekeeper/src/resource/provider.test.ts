import { expect, it } from "vitest";
import type { JsonFields } from "../schema/json-fields.js";
import { findProviderFault } from "./provider.js";

const CERTIFICATE = btoa(`-----BEGIN CERTIFICATE-----\n${btoa("\x30\x02\x30\x00")}\n-----END CERTIFICATE-----\n`);
const provider = (spec: JsonFields, changes: JsonFields = {}): JsonFields => ({
  apiVersion: "externaldata.gatekeeper.sh/v1beta1",
  kind: "Provider",
  metadata: { name: "p" },
  spec: { url: "https://p.example/v", timeout: 3, caBundle: CERTIFICATE, ...spec },
  ...changes,
});

it.each<[string, JsonFields]>([
  ["provider name can not be empty. value ", provider({ url: "" }, { metadata: {} })],
  ["invalid provider url. value: ", provider({ url: "", timeout: -1 })],
  ["provider timeout should be a positive integer. value: -1", provider({ url: ":bad", timeout: -1 })],
  ['parse ":bad": missing protocol scheme', provider({ url: ":bad" })],
  ["only HTTPS scheme is supported for Providers", provider({ url: "http://p.example", caBundle: "" })],
  ["caBundle should be set for HTTPS scheme", provider({ caBundle: "" })],
  ["bad caBundle", provider({ caBundle: "YWJj" })],
])("%s (section 10)", (message, document) => {
  expect(findProviderFault(document)).toEqual({ code: "invalid-provider", message });
});

it("a good one; a timeout of nothing passes too", () => {
  expect(findProviderFault(provider({}))).toBeUndefined();
  expect(findProviderFault(provider({ url: "HTTPS://p.example", timeout: 0 }))).toBeUndefined();
});

it("wrong types do not decode", () => {
  expect(findProviderFault(provider({ timeout: "3" }))).toEqual({
    code: "undecodable",
    message: "json: cannot unmarshal string into Go struct field ProviderSpec.spec.timeout of type int",
  });
});
