import { compileRego, fromJson, type PreparedQuery, renderDiagnostics, type Value } from "@ostiary/rego";
import { type BenchPolicy, benchPolicies } from "./policies.js";
import { ingressReview, inventory, podReview } from "./reviews.js";

/** What one policy costs. */
interface Measurement {
  readonly policy: string;
  readonly violations: number;
  readonly compileMilliseconds: number;
  readonly evaluateMicroseconds: number;
}

const query = "data.template.violation[result]";

function prepare(policy: BenchPolicy): PreparedQuery {
  const compiled = compileRego([{ file: "template.rego", source: policy.rego }], { version: "v0" });
  if (!compiled.ok) throw new Error(renderDiagnostics(compiled.errors));
  const prepared = compiled.value.prepare(query);
  if (!prepared.ok) throw new Error(renderDiagnostics(prepared.errors));
  return prepared.value;
}

/** Milliseconds of processor time for one run: other programs on the machine do not count. */
function average(run: () => void, atLeastMilliseconds: number): number {
  for (let warm = 0; warm < 200; warm += 1) run();
  let rounds = 0;
  const start = process.cpuUsage();
  let elapsed = 0;
  while (elapsed < atLeastMilliseconds) {
    for (let round = 0; round < 10; round += 1) run();
    rounds += 10;
    elapsed = process.cpuUsage(start).user / 1_000;
  }
  return elapsed / rounds;
}

function measure(policy: BenchPolicy, dataValue: Value): Measurement {
  const review = policy.name === "unique ingress host" ? ingressReview : podReview;
  const input = { review, parameters: policy.parameters };
  const prepared = prepare(policy);
  let violations = 0;
  const evaluate = (): void => {
    const results = prepared.evaluate({ input, data: dataValue });
    if (!results.ok) throw new Error(renderDiagnostics(results.errors));
    violations = results.value.length;
  };
  const evaluateMicroseconds = average(evaluate, 700) * 1_000;
  const compileMilliseconds =
    process.argv[3] === undefined
      ? average(() => {
          prepare(policy);
        }, 200)
      : 0;
  return { policy: policy.name, violations, compileMilliseconds, evaluateMicroseconds };
}

const chosen = process.argv[2] ?? "";
for (const policy of benchPolicies.filter(({ name }) => name.includes(chosen))) {
  for (const size of policy.name === "unique ingress host" ? [1_000, 10_000] : [0]) {
    const { violations, compileMilliseconds, evaluateMicroseconds } = measure(policy, fromJson(inventory(size)) ?? {});
    const name = size === 0 ? policy.name : `${policy.name}, ${size} objects`;
    const numbers = `${evaluateMicroseconds.toFixed(1)} µs per review, ${compileMilliseconds.toFixed(2)} ms to compile`;
    process.stdout.write(`${name}: ${numbers}, ${violations} violations\n`);
  }
}
