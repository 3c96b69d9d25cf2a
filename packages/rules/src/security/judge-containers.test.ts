import { describe, expect, it } from "vitest";
import { podWith, podWithEach } from "../../test/judge-constraint.js";
import { subjectUnder } from "../../test/judge-security.js";
import { type ContainerJudge, judgeContainers } from "./judge-containers.js";

const naming =
  (judge: string): ContainerJudge =>
  ({ ref }) => ({ message: `${judge} ${ref.name}`, findings: [] });
const exceptApp: ContainerJudge = ({ ref }) => (ref.name === "app" ? undefined : { message: ref.name, findings: [] });

describe("judgeContainers", () => {
  it("asks all judges about one container before the next", () => {
    const results = judgeContainers(naming("a"), naming("b"))(subjectUnder(podWithEach({}), {}));
    expect(results.map(({ message }) => message)).toEqual(["a init", "b init", "a app", "b app", "a debug", "b debug"]);
  });

  it("reports only who does not pass", () => {
    const results = judgeContainers(exceptApp)(subjectUnder(podWithEach({}), {}));
    expect(results.map(({ message }) => message)).toEqual(["init", "debug"]);
    expect(judgeContainers(naming("a"))(subjectUnder(podWith({}), {}))).toEqual([]);
  });
});
