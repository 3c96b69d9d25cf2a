import { describe, expect, test } from "vitest";
import type { Value } from "../value/value.js";
import { callBuiltin, testContext } from "./call-builtin.js";
import { uuidBuiltins } from "./uuid.js";

describe("a UUID says what it is", () => {
  test.each<[string, readonly Value[], string]>([
    ["uuid.parse", ["f47ac10b-58cc-4372-8567-0e02b2c3d479"], '{"variant": "RFC4122", "version": 4}'],
    ["uuid.parse", ["{f47ac10b-58cc-4372-8567-0e02b2c3d479}"], '{"variant": "RFC4122", "version": 4}'],
    [
      "uuid.parse",
      ["urn:uuid:f47ac10b-58cc-1372-8567-0e02b2c3d479"],
      '{"clocksequence": 1383, "macvariables": "local:unicast", "nodeid": "0e-02-b2-c3-d4-79", "time": -5830180198003873716, "variant": "RFC4122", "version": 1}',
    ],
    [
      "uuid.parse",
      ["f47ac10b58cc237285670e02b2c3d479"],
      '{"clocksequence": 1383, "domain": "Domain103", "id": 4101685515, "macvariables": "local:unicast", "nodeid": "0e-02-b2-c3-d4-79", "time": -5830180198003873716, "variant": "RFC4122", "version": 2}',
    ],
    ["uuid.parse", ["f47ac10b-58cc-7372-c567-0e02b2c3d479"], '{"variant": "Microsoft", "version": 7}'],
    [
      "uuid.parse",
      ["f47ac10b-58cc-2372-e567-0e02b2c3d479"],
      '{"clocksequence": 9575, "domain": "Domain103", "id": 4101685515, "macvariables": "local:unicast", "nodeid": "0e-02-b2-c3-d4-79", "time": -5830180198003873716, "variant": "Future", "version": 2}',
    ],
    [
      "uuid.parse",
      ["000003e8-48b9-21ee-b200-325096b39f47"],
      '{"clocksequence": 12800, "domain": "Person", "id": 1000, "macvariables": "local:unicast", "nodeid": "32-50-96-b3-9f-47", "time": 1693566990121469600, "variant": "RFC4122", "version": 2}',
    ],
    ["uuid.parse", ["00000000-0000-0000-0000-000000000000"], '{"variant": "Reserved", "version": 0}'],
    ["uuid.parse", ["x"], "undefined"],
    ["uuid.parse", ["f47ac10b-58cc-4372-85670-e02b2c3d479"], "undefined"],
    ["uuid.parse", [""], "undefined"],
    ["uuid.parse", [1], "eval_type_error: uuid.parse: operand 1 must be string but got number"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(uuidBuiltins, name, operands)).toBe(expected);
  });
});

test("random UUIDs come from the host, the same for the same key", () => {
  let calls = 0;
  const context = testContext({ uuid: () => `uuid ${calls++}` });
  expect(callBuiltin(uuidBuiltins, "uuid.rfc4122", ["a"], context)).toBe('"uuid 0"');
  expect(callBuiltin(uuidBuiltins, "uuid.rfc4122", ["b"], context)).toBe('"uuid 1"');
  expect(callBuiltin(uuidBuiltins, "uuid.rfc4122", ["a"], context)).toBe('"uuid 0"');
  expect(callBuiltin(uuidBuiltins, "uuid.rfc4122", ["a"], testContext({ uuid: undefined }))).toBe(
    "eval_builtin_error: uuid.rfc4122: needs a source of UUIDs: pass `uuid`",
  );
});
