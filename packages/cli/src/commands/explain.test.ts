import { expect, test } from "vitest";
import { run } from "../../test/run.js";

test("a control is explained, with a passing and a failing example", async () => {
  const { code, output } = await run(["explain", "hostPorts"]);
  expect(code).toBe(0);
  expect(output).toBe(`hostPorts (baseline, since v1.0)
Host ports must not be used: a container that binds a port of its node can be reached past network policies.

  Fields   spec.{initContainers,containers,ephemeralContainers}[*].ports[*].hostPort
  Allowed  absent, 0
  Since    v1.0

A pod that passes:
  apiVersion: v1
  kind: Pod
  metadata:
    name: example
  spec:
    containers:
      - name: app
        image: example.com/app:1.0
        ports:
          - containerPort: 8080

A pod that fails:
  apiVersion: v1
  kind: Pod
  metadata:
    name: example
  spec:
    containers:
      - name: app
        image: example.com/app:1.0
        ports:
          - containerPort: 8080
            hostPort: 8080

  hostPort (container "app" uses hostPort 8080)

https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
`);
});

test("upper and lower case are the same", async () => {
  expect((await run(["explain", "HOSTPORTS"])).output).toMatch(/^hostPorts \(baseline/);
});

test("without a name all controls and fields are listed, by level and kind of policy", async () => {
  const { code, output } = await run(["explain"]);
  expect(code).toBe(0);
  const lines = output.split("\n");
  expect(lines[0]).toBe("baseline");
  expect(lines.filter((line) => /^ {2}\w+ +v1\.\d+ +[A-Z]/.test(line))).toHaveLength(19);
  expect(lines.filter((line) => /^ {2}\w+ +1\.\d+ +[A-Z]/.test(line))).toHaveLength(43);
});

test.each<[name: string, message: string]>([
  ["hostPort", "error: no control or field `hostPort`: did you mean hostPorts or allowedHostPorts?\n"],
  ["runas", "error: no control or field `runas`: did you mean runAsNonRoot or runAsUser or runAsGroup?\n"],
  ["spec.hostPID", "error: no control or field `spec.hostPID`: did you mean hostNamespaces or allowHostPID?\n"],
  ["containers", "error: no control or field `containers`: `ostiary explain` lists all\n"],
  ["xyz", "error: no control or field `xyz`: `ostiary explain` lists all\n"],
  ["x".repeat(500), `error: no control or field \`${"x".repeat(100)}\`: \`ostiary explain\` lists all\n`],
])("there is no control `%s`", async (name, message) => {
  expect(await run(["explain", name])).toEqual({ code: 2, output: "", errors: message });
});

test("headings are bold where there are colours", async () => {
  const { output } = await run(["explain", "hostPorts"], { isTTY: true });
  expect(output).toContain("\u001B[1mhostPorts\u001B[22m (baseline");
});

test("a field of a policy is explained; of one that has the name of a control both are", async () => {
  const field = await run(["explain", "REQUIREDPROBES", "--release", "1.66"]);
  expect(field.output).toMatch(/^requiredProbes \(OperationPolicy, makes D8RequiredProbes; in 1\.66, 1\.76, next\)/);
  const both = await run(["explain", "runAsUser"]);
  expect(both.output).toMatch(/^runAsUser \(restricted, since v1\.23\)\n[\s\S]*\nrunAsUser \(SecurityPolicy, /);
});

test("a release that is not known is a wrong call", async () => {
  const { code, errors } = await run(["explain", "requiredProbes", "--release", "1.70"]);
  expect([code, errors]).toEqual([2, expect.stringContaining("Allowed choices are 1.66, 1.76, next.")]);
});
