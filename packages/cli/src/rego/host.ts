import { randomUUID } from "node:crypto";
import type { EvaluateOptions } from "@ostiary/rego";
import type { Surroundings } from "../surroundings.js";

const NANOSECONDS = 1_000_000n;

/** What policies may ask of the world: the time, random numbers, the environment, as OPA's commands let them. */
export const hostSources = (
  environment: Surroundings["environment"],
): Pick<EvaluateOptions, "now" | "random" | "uuid" | "runtime"> => ({
  now: () => BigInt(Date.now()) * NANOSECONDS,
  random: Math.random,
  uuid: randomUUID,
  runtime: { env: { ...environment } },
});

/** How long an evaluation may go on. */
export type TimeLimit = Pick<EvaluateOptions, "limits" | "shouldStop">;

/**
 * Limits an evaluation by time, from now on, instead of by steps.
 *
 * @param milliseconds - `undefined`: the engine's own limit of steps
 */
export const limitTime = (milliseconds: number | undefined): TimeLimit => {
  if (milliseconds === undefined) return {};
  const end = Date.now() + milliseconds;
  return { limits: { steps: Number.MAX_SAFE_INTEGER }, shouldStop: () => Date.now() > end };
};
