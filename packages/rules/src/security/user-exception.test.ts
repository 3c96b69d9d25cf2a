import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { ObjectView } from "../subject/object-view.js";
import { viewPod } from "../subject/pod-view.js";
import { Reading } from "../subject/reading.js";
import { readUser } from "./run-as-user.js";
import { coversUser176, coversUserNext, wordUserException176, wordUserExceptionNext } from "./user-exception.js";

const exception = (users: readonly number[] | undefined, nonRoot: boolean | undefined) => {
  const runAsUser = users && { allowedValues: users };
  const runAsNonRoot = nonRoot === undefined ? undefined : { allowedValue: nonRoot };
  return ObjectView.root(new Reading(), { securityContext: { runAsUser, runAsNonRoot } }, []);
};

const userOf = (securityContext: unknown) => {
  const pod = viewPod(podWith({ securityContext, containers: [{ name: "app" }] }));
  const [user] = pod.containers.map((container) => readUser(container, pod));
  if (user === undefined) throw new Error("no container");
  return user;
};

describe("coversUser176 and coversUserNext", () => {
  it.each([
    [[0], undefined, { runAsUser: 0 }, true, true, false],
    [[0], false, { runAsUser: 0 }, false, true, true],
    [[0], false, { runAsUser: 0, runAsNonRoot: false }, true, true, true],
    [[0], true, { runAsUser: 0, runAsNonRoot: false }, false, true, false],
    [[1, 0], true, { runAsUser: 0, runAsNonRoot: true }, true, true, true],
    [[1], undefined, { runAsUser: 0 }, false, false, false],
    [undefined, false, { runAsUser: 0, runAsNonRoot: false }, false, false, false],
    [[0], false, { runAsNonRoot: false }, false, false, false],
  ])("take %j with runAsNonRoot %s for %j", (users, nonRoot, context, in176, inRange, notRoot) => {
    const view = exception(users, nonRoot);
    expect(coversUser176(view, userOf(context))).toBe(in176);
    expect(coversUserNext(view, userOf(context), "MustRunAs")).toBe(inRange);
    expect(coversUserNext(view, userOf(context), "MustRunAsNonRoot")).toBe(notRoot);
  });
});

describe("wordUserException176 and wordUserExceptionNext", () => {
  it.each([
    [undefined, undefined, "", ""],
    [[0], undefined, "", "SPE allows runAsUser: [0]; SPE allows runAsNonRoot: []"],
    [undefined, true, "", "SPE allows runAsUser: []; SPE allows runAsNonRoot: [true]"],
    [
      [1_000_000],
      false,
      " | SecurityPolicyException allowed: runAsUser: [1e+06], runAsNonRoot: false",
      "SPE allows runAsUser: [1e+06]; SPE allows runAsNonRoot: [false]",
    ],
  ])("show %j with runAsNonRoot %s", (users, nonRoot, in176, inNext) => {
    const view = exception(users, nonRoot);
    const refused = { container: "app", found: undefined, rule: "MustRunAs", allowed: "{}" };
    expect(wordUserException176(view)).toBe(in176);
    const next = inNext === "" ? "" : ` | forbidden: not set; policy allows: {}; ${inNext}`;
    expect(wordUserExceptionNext(refused, view)).toBe(next);
    expect(wordUserExceptionNext({ ...refused, found: "7" }, view)).toBe(next.replace("not set", "7"));
  });
});
