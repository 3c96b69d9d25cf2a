import { describe, expect, it } from "vitest";
import { Effort } from "./effort.js";

describe("Effort", () => {
  it("stops when the cost limit is exceeded, and says so for good", () => {
    const effort = new Effort(10);
    effort.charge(10);
    expect(effort.stopped).toBeUndefined();
    effort.charge(1);
    expect(effort.stopped).toMatchObject({ message: "operation cancelled: actual cost limit exceeded", fatal: true });
    expect(effort.cost).toBe(11);
    expect(effort.step()).toBe(false);
  });

  it("stops after a million steps", () => {
    const effort = new Effort(1);
    for (let step = 0; step < 1_000_000; step += 1) effort.step();
    expect(effort.stopped).toBeUndefined();
    expect(effort.step()).toBe(false);
    expect(effort.stopped?.message).toBe("operation cancelled: too many steps");
  });

  it("stops when evaluation nests too deep", () => {
    const effort = new Effort(1);
    for (let depth = 0; depth < 1_500; depth += 1) effort.enter();
    effort.leave();
    effort.enter();
    expect(effort.stopped).toBeUndefined();
    effort.enter();
    expect(effort.stopped?.message).toBe("operation cancelled: evaluation nests too deep");
  });
});
