import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { objectFields, struct, TEXT } from "../schema/go-decode.js";
import { decodeResource } from "./decode-resource.js";

const THING = {
  group: "a.example",
  kind: "Thing",
  versions: ["v1"],
  type: (version: string) => struct(`${version}.Thing`, () => objectFields({ text: TEXT })),
};
const thing = (changes: object): Json => ({ apiVersion: "a.example/v1", kind: "Thing", ...changes });

it.each<[string, Json]>([
  ["couldn't get version/kind; json parse error: unexpected end of JSON input", null],
  [`Object 'Kind' is missing in '{"apiVersion":"a.example/v1","kind":""}'`, thing({ kind: "" })],
  [`Object 'apiVersion' is missing in '{"kind":"Thing"}'`, { kind: "Thing" }],
  [
    'no kind "Thing" is registered for version "a.example/v2" in scheme "pkg/runtime/scheme.go:111"',
    thing({ apiVersion: "a.example/v2" }),
  ],
  [
    'no kind "Other" is registered for version "a.example/v1" in scheme "pkg/runtime/scheme.go:111"',
    thing({ kind: "Other" }),
  ],
  ["json: cannot unmarshal number into Go struct field Thing.text of type string", thing({ text: 1 })],
])("%s", (message, object) => {
  expect(decodeResource(object, [THING])).toEqual({ ok: false, error: { code: "undecodable", message } });
});

it("a resource of the kind, and one of which only the kind is known", () => {
  const decoded = decodeResource(thing({ text: "x" }), [THING]);
  expect(decoded.ok && decoded.value.string("text")).toBe("x");
  const { group, kind, versions } = THING;
  expect(decodeResource(thing({ text: 1 }), [{ group, kind, versions }])).toMatchObject({ ok: true });
});

it("depth has an end", () => {
  let deep: Json = {};
  for (let level = 0; level < 600; level++) deep = { a: deep };
  expect(decodeResource(thing({ deep }), [THING])).toMatchObject({
    error: { message: expect.stringContaining("deep") },
  });
});
