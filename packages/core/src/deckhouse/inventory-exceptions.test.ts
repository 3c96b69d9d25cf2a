import { describe, expect, it } from "vitest";
import { makeException, makeSubject } from "../../test/deckhouse.js";
import { makePod } from "../../test/requests.js";
import type { Problem } from "../decision.js";
import { withInventory } from "./inventory-exceptions.js";

const known = new Map([["shop/spe", { old: true }]]);
const privileged = { securityContext: { privileged: { allowedValue: true } } };

const add = (inventory: readonly unknown[] | undefined) => {
  const problems: Problem[] = [];
  const subject = makeSubject(inventory === undefined ? {} : { inventory });
  return { exceptions: withInventory(known, subject, "1.76", problems), problems };
};

describe("exceptions that a review brings along", () => {
  it.each([
    ["no inventory", undefined],
    ["other objects", [makePod(), { ...makeException({}), apiVersion: "example.com/v1" }]],
    ["another namespace", [makeException(privileged, { namespace: "web" })]],
    ["no namespace", [makeException(privileged, { namespace: undefined })]],
    ["no objects", [null, 5, "text", {}]],
  ])("%s: those among the policies stay as they are", (_, inventory) => {
    expect(add(inventory)).toEqual({ exceptions: known, problems: [] });
  });

  it("count before those among the policies", () => {
    const { exceptions } = add([makeException(privileged), makeException({}, { name: "other" })]);
    expect([...exceptions]).toEqual([
      ["shop/spe", privileged],
      ["shop/other", {}],
    ]);
  });

  it("are problems when the API server would refuse them", () => {
    const { exceptions, problems } = add([makeException({ volumes: 5 })]);
    expect(problems).toMatchObject([{ code: "invalid-policy", effect: "deny" }]);
    expect(exceptions.get("shop/spe")).toEqual({ old: true });
  });
});
