import { readdirSync, readFileSync } from "node:fs";
import { compileRego, formatModule, parseModule } from "../src/index.js";

/**
 * Bounded, seeded fuzzing: `node fuzz.js <seed> <seconds> [folder with .rego or .jsonl files]`. Mutates programs by
 * characters and tokens, compiles and evaluates them; nothing may throw or take long.
 */

/** A small generator of pseudo-random numbers (Park and Miller). */
class Random {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % limit;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}

const seeds: readonly string[] = [
  'package a\n\np[x] { x := input.xs[_]; not startswith(x, "a") }\n',
  "package a\nimport rego.v1\n\np contains x if { some k, x in input.m; every y in x { y > 1 } }\n",
  "package a\n\nf(x) := y if { y := x + 1 } else := 2\nq := [f(z) | some z in [1, 2]] with input as {}\n",
  'package a\n\nr.s[x].t := {"k": $"a {x} b"} if { x := input[_] }\ndefault g(_) := 1\n',
];

const tokens: readonly string[] = [
  ...'[]{}(),:;.=|&+-*/%<>_$#"`\\\n ',
  ...["if", "else", "not", "some", "every", "in", "contains", "with", "as", "default", "import", "package", "null"],
  ...[
    ":=",
    "==",
    "!=",
    "input",
    "data",
    "true",
    "1e400",
    "0",
    "9999999999999999999",
    "x",
    "count",
    "sprintf",
    "\ud83d",
  ],
];

function mutate(source: string, random: Random): string {
  let text = source;
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const start = random.below(text.length + 1);
    const end = Math.min(text.length, start + random.below(6));
    const piece = random.below(4) === 0 ? text.slice(random.below(text.length + 1)).slice(0, 30) : random.pick(tokens);
    text = text.slice(0, start) + piece + text.slice(random.below(3) === 0 ? start : end);
  }
  return text;
}

function corpusIn(folder: string | undefined): readonly string[] {
  if (folder === undefined) return seeds;
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    if (name.endsWith(".rego")) return [text];
    if (!name.endsWith(".jsonl")) return [];
    // The files hold one case a line, each with its modules.
    return text
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => (JSON.parse(line) as { modules?: string[] }).modules ?? []);
  });
}

function exercise(source: string): void {
  for (const version of ["v0", "v1"] as const) {
    const parsed = parseModule(source, { file: "fuzz.rego", version });
    if (!parsed.ok) continue;
    parseModule(formatModule(parsed.value), { file: "fuzz.rego", version });
    const compiled = compileRego([{ file: "fuzz.rego", source }], { version, printing: "on" });
    if (!compiled.ok) continue;
    compiled.value.evaluate("data", {
      input: { xs: ["a", { b: 1 }], m: { k: [1, 2] } },
      limits: { steps: 20_000, collectionSize: 10_000, stringLength: 100_000 },
    });
  }
}

const [, , seed = "1", seconds = "10", folder] = process.argv;
const random = new Random(Number(seed));
const corpus = corpusIn(folder);
const end = Date.now() + Number(seconds) * 1_000;
let runs = 0;
let slowest = 0;
while (Date.now() < end) {
  const source = mutate(random.pick(corpus), random);
  const start = Date.now();
  try {
    exercise(source);
  } catch (error) {
    process.stdout.write(`${JSON.stringify(source)}\n${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
    if (process.exitCode && runs > 0 && process.argv[5] === undefined) break;
  }
  const taken = Date.now() - start;
  if (taken > 2_000) process.stdout.write(`slow (${taken} ms): ${JSON.stringify(source)}\n`);
  slowest = Math.max(slowest, taken);
  runs += 1;
}
process.stdout.write(`${runs} programs, slowest ${slowest} ms\n`);
