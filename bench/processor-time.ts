import { Bench } from "tinybench";

/** What is measured: a name, how much one call does, and the call. */
export interface Work {
  readonly name: string;
  /** How many things one call works through, so that the cost can be told for one of them. */
  readonly count: number;
  readonly run: () => void;
}

/** How often each work is measured once it is warm. */
const SAMPLES = 15;
const WARM_UP_MILLISECONDS = 1_000;
/** Shorter samples would be mostly without a collection of garbage, and their median would not count it. */
const SAMPLE_MILLISECONDS = 60;

const processorMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Calls that fill a sample, judged by some that also warm up. */
const callsPerSample = (run: () => void): number => {
  const start = processorMilliseconds();
  let calls = 0;
  while (processorMilliseconds() - start < WARM_UP_MILLISECONDS) {
    run();
    calls += 1;
  }
  return Math.max(1, Math.round((calls * SAMPLE_MILLISECONDS) / WARM_UP_MILLISECONDS));
};

/**
 * Measures processor time of all threads, the collection of garbage included: what else the machine does counts little.
 *
 * @returns microseconds for one thing, the median of the samples
 */
export const measureProcessorTime = ({ name, count, run }: Work): number => {
  const calls = callsPerSample(run);
  const bench = new Bench({ now: processorMilliseconds, iterations: SAMPLES, time: 0, warmup: false, throws: true });
  bench.add(name, () => {
    for (let call = 0; call < calls; call++) run();
  });
  const [task] = bench.runSync();
  const result = task?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`\`${name}\` was not measured`);
  return (result.latency.p50 * 1_000) / (calls * count);
};
