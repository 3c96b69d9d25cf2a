import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { CEL_TEMPLATE, TEMPLATE } from "../../test/suites.js";
import { WatchedTemplate } from "./watched-template.js";

const watch = (text: string): WatchedTemplate => {
  for (const document of readManifests(text)) if (document.kind === "object") return new WatchedTemplate(document);
  throw new Error("no template");
};

test("an expression is what it came to, on the line that it begins on", () => {
  const template = watch(CEL_TEMPLATE);
  const demand = { path: ["validations", 0, "expression"], text: "", type: "boolean" } as const;
  const elsewhere = { path: ["validations", 7, "expression"], text: "", type: "boolean" } as const;
  const observer = template.watchCel([demand, elsewhere]);
  const line = new Set([CEL_TEMPLATE.split("\n").findIndex((text) => text.includes("variables.params.key in")) + 1]);
  const nothing = new Set();
  const known = { written: line, boolean: line, evaluated: nothing, true: nothing, false: nothing };
  expect(template.marks()).toEqual(known);
  observer.evaluated(demand, "error");
  observer.evaluated(elsewhere, "true");
  expect(template.marks()).toEqual({ ...known, evaluated: line });
  observer.evaluated(demand, "false");
  expect(template.marks()).toEqual({ ...known, evaluated: line, false: line });
});

test("a rule in Rego that nobody has asked has no lines yet", () => {
  const nothing = new Set();
  expect(watch(TEMPLATE).marks()).toEqual({
    written: nothing,
    boolean: nothing,
    evaluated: nothing,
    true: nothing,
    false: nothing,
  });
});
