import { expect, test } from "vitest";
import { choosePlaces, type LiteralReads } from "./choose-places.js";

const place = (text: string) => ({
  path: text === "" ? [] : text.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  value: undefined,
});
const literal = (own: readonly string[], others: Partial<Record<"asked" | "denied", readonly string[]>> = {}) => ({
  own: own.map(place),
  asked: (others.asked ?? []).map(place),
  denied: (others.denied ?? []).map(place),
  isMessage: false,
});
const message = (own: readonly string[], asked: readonly string[] = []): LiteralReads => ({
  ...literal(own, { asked }),
  isMessage: true,
});
const choose = (...reads: readonly LiteralReads[]) => choosePlaces(reads).map(({ path }) => path.join("."));

test.each<[string, readonly LiteralReads[], readonly string[]]>([
  ["the deepest place counts", [literal(["spec.c.0.image"]), literal(["spec.c"])], ["spec.c.0.image"]],
  ["of equally deep ones the last", [literal(["spec.a"]), literal(["spec.b"])], ["spec.b"]],
  ["and the same field of other things", [literal(["c.0.image", "c.1.image"])], ["c.0.image", "c.1.image"]],
  ["the last field that one literal reads", [literal(["c.cpu", "c.memory"])], ["c.memory"]],
  ["not what the message reads", [literal(["spec.a"]), message(["spec.c.0.name"])], ["spec.a"]],
  ["unless there is nothing else", [literal([""]), message(["metadata.name"])], ["metadata.name"]],
  ["what functions read inside of it", [literal(["c.0"], { asked: ["c.0.image"] })], ["c.0.image"]],
  ["but not elsewhere", [literal(["c.0"], { asked: ["spec.host.name"] })], ["c.0"]],
  ["also functions that make up the message", [literal(["c.0"]), message([], ["c.0.user"])], ["c.0.user"]],
  ["what the last denied function reads", [literal(["c.0"], { denied: ["c.0.a"] })], ["c.0.a"]],
  ["kind and name only at last", [literal(["kind"]), literal([""], { denied: ["spec.tls"] })], ["spec.tls"]],
  ["kind if there is nothing else", [literal(["kind"])], ["kind"]],
  ["nothing for the object as a whole", [literal([""])], []],
])("%s", (_title, reads, places) => {
  expect(choose(...reads)).toEqual(places);
});
