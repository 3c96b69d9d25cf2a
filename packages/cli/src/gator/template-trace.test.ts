import { createClient, objectRequest, regoEngine } from "@ostiary/gatekeeper";
import { readManifests } from "@ostiary/manifests";
import { expect, it } from "vitest";
import { CONSTRAINT, TEMPLATE } from "../../test/gator-policies.js";
import { TemplateTrace } from "./template-trace.js";

const read = (text: string) =>
  [...readManifests(text)].map((document) => ("value" in document ? document.value : null));

it("evaluations are recorded since the trace was last taken", () => {
  const trace = new TemplateTrace();
  const engines = [regoEngine({ watch: trace.watch })];
  const documents = { templates: read(TEMPLATE), constraints: read(CONSTRAINT), data: [] };
  const { client } = createClient(documents, { engines });
  expect(trace.take()).toBe("");
  const request = objectRequest({ apiVersion: "v1", kind: "Pod", metadata: { name: "web" } });
  const review = () => client.review({ request, source: "Original", enforcementPoint: "gator.gatekeeper.sh" });
  review();
  const first = trace.take();
  expect(first).toContain("not input.review.object.metadata.labels.good");
  expect(trace.take()).toBe("");
  review();
  expect(trace.take()).toBe(first);
});
