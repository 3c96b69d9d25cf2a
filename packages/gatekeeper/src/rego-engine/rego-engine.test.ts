import { createBuiltins, createRe2Engine, lightBuiltins } from "@ostiary/rego";
import { expect, test } from "vitest";
import { ALWAYS, constraintOf, creating, POD, templateOf } from "../../test/policies.js";
import { createClient } from "../client/create-client.js";
import { type RegoEngineParts, regoEngine } from "./rego-engine.js";

const answer = (parts: RegoEngineParts, rule: string): readonly unknown[] => {
  const { client, templateFaults } = createClient(
    { templates: [templateOf("A", rule)], constraints: [constraintOf("A", "one")], data: [] },
    { engines: [regoEngine(parts)] },
  );
  const outcome = client.review({
    request: creating(POD),
    source: "Original",
    enforcementPoint: "gator.gatekeeper.sh",
  });
  const messages = outcome.ok ? outcome.value.map(({ message }) => message) : [outcome.error.message];
  return [templateFaults[0]?.message, messages];
};

test("templates may call the functions that the host names, and no others", () => {
  const rule = `${ALWAYS} x { count([]) == 0 }`;
  expect(answer({ builtins: lightBuiltins() }, rule)).toEqual([undefined, ["no"]]);
  expect(answer({ builtins: createBuiltins() }, rule)[0]).toContain("rego_type_error: undefined function count");
});

test("regular expressions are those of the host, and fault without", () => {
  const rule = 'violation[{"msg": "matched"}] { regex.match("^a+$", "aa") }';
  const builtins = lightBuiltins();
  expect(answer({ builtins, regex: createRe2Engine() }, rule)).toEqual([undefined, ["matched"]]);
  expect(answer({ builtins }, rule)).toEqual([undefined, []]);
});
