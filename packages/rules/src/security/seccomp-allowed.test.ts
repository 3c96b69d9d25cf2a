import { describe, expect, it } from "vitest";
import { allowSeccomp, allowSeccompNext } from "./seccomp-allowed.js";

describe("allowSeccomp and allowSeccompNext", () => {
  it.each([
    [["RuntimeDefault"], ["a"], ["RuntimeDefault", "docker/default", "runtime/default"], []],
    [["runtime/default"], [], ["RuntimeDefault", "runtime/default"], []],
    [["docker/default"], [], ["RuntimeDefault", "docker/default"], []],
    [["Unconfined"], [], ["Unconfined", "unconfined"], []],
    [["unconfined"], [], ["Unconfined", "unconfined"], []],
    [["Localhost"], ["*", "a.json"], ["Localhost", "localhost/*", "localhost/a.json"], ["localhost"]],
    [["Localhost"], [], ["Localhost"], ["localhost"]],
    [["localhost/a.json"], ["b"], ["Localhost", "localhost/a.json"], []],
    [["localhost"], [], ["Localhost", "localhost"], []],
    [["undefined"], [], ["undefined"], [""]],
    [[""], [], [""], ["undefined"]],
    [[], ["a"], [], []],
    [["*"], [], ["*"], []],
  ])("make of the profiles %j and the files %j the names %j, and in next also %j", (profiles, files, names, more) => {
    expect(allowSeccomp(profiles, files)).toEqual({ profiles, files, names });
    expect(allowSeccompNext(profiles, files).names).toEqual([...names, ...more].sort());
  });
});
