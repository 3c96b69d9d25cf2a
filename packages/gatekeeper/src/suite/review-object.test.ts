import { expect, it } from "vitest";
import { DEPLOYMENT } from "../../test/expansion-templates.js";
import { EXPANSION, makePod, makeRefusal, REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { createClient } from "../all-engines/create-client.js";
import { createObjectExpander } from "../expansion/object-expander.js";
import { reviewObject } from "./review-object.js";

const { client } = createClient({ templates: [REFUSE_TEMPLATE], constraints: [makeRefusal()], data: [] });
const expander = createObjectExpander([EXPANSION]);
const means = { client, expander: expander.ok ? expander.value : undefined };

it("what an object would create is judged too, with the template's name and action", () => {
  const reviewed = reviewObject(DEPLOYMENT, means);
  expect(reviewed).toMatchObject({
    ok: true,
    value: {
      object: DEPLOYMENT,
      results: [{ message: "[Implied by deployments] web-pod is bad", enforcementAction: "warn" }],
    },
  });
});

it("without an expander nothing is expanded", () => {
  expect(reviewObject(DEPLOYMENT, { ...means, expander: undefined })).toMatchObject({ value: { results: [] } });
});

it.each([
  ["reviewing /v1, Kind=Pod /p: ", makePod("p", { spec: { message: 1 } })],
  [
    "reviewing expanded resource /v1, Kind=Pod shop/web-pod: ",
    { ...DEPLOYMENT, spec: { template: { spec: { message: 1 } } } },
  ],
  [
    'expanding resource Web: error expanding resource Web: could not find source field "spec.template"',
    { ...DEPLOYMENT, spec: {} },
  ],
])("a review that fails says %j", (message, object) => {
  const reviewed = reviewObject(object, means);
  expect(reviewed.ok ? "" : reviewed.error.message.slice(0, message.length)).toBe(message);
});
