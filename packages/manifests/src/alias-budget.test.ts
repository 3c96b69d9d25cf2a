import { describe, expect, it } from "vitest";
import { AliasBudget } from "./alias-budget.js";

describe("AliasBudget", () => {
  it("lets a document have a hundred aliased nodes, however small it is", () => {
    const budget = new AliasBudget();
    expect(budget.follow(100)).toBe(true);
    expect(budget.nodes).toBe(102);
  });

  it("refuses once more than 99 % of more than 1000 nodes come from aliases", () => {
    const budget = new AliasBudget();
    for (let count = 0; count < 20; count++) budget.count();
    expect(budget.follow(1000)).toBe(true);
    expect(budget.follow(2000)).toBe(false);
  });

  it("allows a smaller share the larger the document gets", () => {
    const budget = new AliasBudget();
    for (let count = 0; count < 500_000; count++) budget.count();
    expect(budget.follow(400_000)).toBe(true);
    expect(budget.follow(3_200_000)).toBe(false);
  });
});
