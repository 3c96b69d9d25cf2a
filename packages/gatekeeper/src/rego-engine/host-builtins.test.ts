import { allBuiltins, BuiltinFault } from "@ostiary/rego";
import { expect, test } from "vitest";
import { refuseSource, templateBuiltins } from "./host-builtins.js";

// No context is looked at by functions that refuse.
const NO_CONTEXT = {} as Parameters<NonNullable<ReturnType<ReturnType<typeof templateBuiltins>["get"]>>["call"]>[1];

test("functions are known unless they are disabled, and external data only with its answers", () => {
  const builtins = templateBuiltins({ known: allBuiltins(), disabled: ["http.send"], providers: undefined });
  expect(["count", "net.lookup_ip_addr", "http.send", "external_data"].map((name) => builtins.has(name))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(templateBuiltins({ known: allBuiltins(), disabled: [], providers: () => ({}) }).has("external_data")).toBe(
    true,
  );
});

test("what needs a network, or a source that was not given, ends the evaluation instead of having no result", () => {
  const send = templateBuiltins({ known: allBuiltins(), disabled: [], providers: undefined }).get("http.send");
  expect(() => send?.call([{}], NO_CONTEXT)).toThrow("there is no network");
  expect(refuseSource("the time")).toThrow("the time cannot be known: no source of it was given");
  expect(refuseSource("the time")).not.toThrow(BuiltinFault);
});
