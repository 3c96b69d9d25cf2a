import { describe, expect, it } from "vitest";
import { weighWrongType } from "./wrong-type.js";

const inPod = (spec: object) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "one" }, spec });
const words = (field: string) => `json: cannot unmarshal string into Go struct field ${field} of type int32`;

describe("weighWrongType", () => {
  it("passes what our own reading refuses", () => {
    const pod = inPod({ containers: [{ ports: [{ hostPort: "http" }] }] });
    expect(weighWrongType(pod, words("ContainerPort.spec.containers.ports.hostPort"))).toEqual({ kind: "passed" });
  });

  it.each([
    ["in a pod", inPod({ volumes: [{ fc: { lun: "2" } }] }), "FCVolumeSource.spec.volumes.VolumeSource.fc.lun"],
    [
      "in a template",
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        spec: { template: { spec: { containers: [{ env: [{ value: 1 }] }] } } },
      },
      "EnvVar.spec.template.spec.containers.env.value",
    ],
    [
      "in an object without a pod",
      { apiVersion: "v1", kind: "Service", spec: { ports: "x" } },
      "ServiceSpec.spec.ports",
    ],
  ])("takes a field that no rule reads for a deviation, %s", (_, object, field) => {
    expect(weighWrongType(object, words(field)).kind).toBe("deviation");
  });

  it.each([
    ["a field that a rule reads", words("PodSpec.spec.hostPID")],
    ["a field that is not named", "json: something else"],
  ])("fails when %s passes unnoticed", (_, error) => {
    const outcome = weighWrongType(inPod({}), error);
    expect(outcome).toEqual({ kind: "failed", difference: `the wrong type is not noticed: ${error}` });
  });
});
