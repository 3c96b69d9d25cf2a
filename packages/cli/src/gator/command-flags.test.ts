import { Command } from "commander";
import { expect, it } from "vitest";
import { addCelFlags, addSources, collect } from "./command-flags.js";

const parse = (words: readonly string[]) =>
  addCelFlags(addSources(new Command(), "n")).parse(words, { from: "user" }).opts();

it("files can be named several times, behind a short flag also with =", () => {
  expect(parse(["-n", "a", "--filename=b", "-n=c"])).toEqual({ filename: ["a", "b", "c"] });
  expect(collect("x", ["y"])).toEqual(["y", "x"]);
});

it("the flag for CEL takes a value, or none", () => {
  expect(parse(["--enable-k8s-native-validation=false"])).toEqual({ enableK8sNativeValidation: "false" });
  expect(parse(["--enable-k8s-native-validation"])).toEqual({ enableK8sNativeValidation: true });
});
