import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileRego, Stepper } from "../index.js";

const source = `package shop

deny contains message if {
  some item in input.items
  item.price > limit(item.kind)
  message := sprintf("%s is too dear", [item.name])
}

limit(kind) := data.limits[kind]

limit(kind) := 10 if not data.limits[kind]

cheap := [item.name |
  some item in input.items
  item.price < 5
]
`;
const input = {
  items: [
    { name: "pen", kind: "office", price: 3 },
    { name: "desk", kind: "furniture", price: 90 },
  ],
};
const policy = compileRego([{ file: "shop.rego", source }]);

function start(query = "data.shop.deny", limit?: number): Stepper {
  const options = { input, data: { limits: { office: 5 } } };
  const stepper = policy.ok ? Stepper.start(policy.value, query, options, limit) : policy;
  if (!stepper.ok) throw new Error(stepper.errors[0]?.message);
  return stepper.value;
}

const told = ({ event }: Stepper): string => (event === undefined ? "end" : `${event.kind} ${event.text}`);

function* walk(stepper: Stepper, move: (stepper: Stepper) => Stepper): Generator<Stepper> {
  for (let place = stepper; place.event !== undefined; place = move(place)) yield place;
}

describe("moves", () => {
  test("into every step, over what a literal asks, and out of it", () => {
    const line = start().resume([{ file: "shop.rego", row: 5 }]);
    const parts = [line, line.over(), line.over().over()].map(told);
    expect(parts).toStrictEqual(["eval item.kind", "eval data.shop.limit(item.kind)", "eval item.price"]);
    const atPrice = line.over();
    expect(told(atPrice.into())).toBe("enter data.shop.limit");
    expect(told(atPrice.into().into().out())).toBe(told(atPrice.over()));
    expect(told(atPrice.over())).toBe("eval item.price");
  });

  test("back to the step before, and to a breakpoint before", () => {
    const points = [{ file: "shop.rego", row: 6 }];
    const reported = start().resume(points);
    expect(told(reported)).toBe("eval item.name");
    expect(told(reported.back())).not.toBe(told(reported));
    expect(reported.over().over().rewind(points).index).toBeGreaterThanOrEqual(reported.index);
    expect(reported.rewind([]).index).toBe(0);
    expect(start().back().index).toBe(0);
  });

  test("a breakpoint can stand at the query, or at a rule", () => {
    expect(told(start().resume([{ file: "", row: 1 }]))).toBe("eval data.shop.deny");
    expect(told(start().resume([{ file: "shop.rego", row: 9 }]))).toBe("enter data.shop.limit");
  });
});

describe("at each stop", () => {
  test("variables have the values that they have then", () => {
    const points = [{ file: "shop.rego", row: 5 }];
    const first = start().resume(points);
    const names = [...walk(first, (place) => place.resume(points))].map(({ variables }) => variables.get("item"));
    expect(new Set(names)).toStrictEqual(new Set(input.items));
  });

  test("the stack tells who asked whom, from where", () => {
    const inLimit = start()
      .resume([{ file: "shop.rego", row: 11 }])
      .into()
      .into();
    expect(inLimit.callStack).toMatchObject([
      { kind: "rule", text: "data.shop.limit", row: 11 },
      { kind: "rule", text: "data.shop.deny", file: "shop.rego", row: 5 },
      { kind: "query", text: "data.shop.deny", file: "", row: 1 },
    ]);
  });

  test("a comprehension is a run of its own", () => {
    const inside = start("data.shop.cheap").resume([{ file: "shop.rego", row: 15 }]);
    expect(inside.callStack.map(({ kind }) => kind)).toStrictEqual(["body", "rule", "query"]);
  });
});

test("the outcome is that of the evaluation, errors included", () => {
  const { outcome } = start();
  expect(outcome.ok && outcome.value[0]?.expressions.length).toBe(1);
  const ended = policy.ok && Stepper.start(policy.value, "data.shop.deny", { input, limits: { steps: 2 } });
  const cancelled = ended !== false && ended.ok ? ended.value : undefined;
  expect([cancelled?.event?.kind, cancelled?.outcome]).toMatchObject([
    "enter",
    { ok: false, errors: [{ code: "eval_cancel_error" }] },
  ]);
  const broken = policy.ok && Stepper.start(policy.value, "data.[");
  expect(broken).toMatchObject({ ok: false, errors: [{ code: "rego_parse_error" }] });
});

test("steps beyond the limit are counted, not kept", () => {
  const stepper = start("data.shop", 10);
  expect([stepper.length, stepper.droppedEvents > 0]).toStrictEqual([10, true]);
  const last = [...walk(stepper, (place) => place.into())].at(-1);
  expect([last?.index, last?.into().event, last?.into().callStack, last?.into().variables.size]).toStrictEqual([
    9,
    undefined,
    [],
    0,
  ]);
});

describe("laws of stepping", () => {
  const whole = start("data.shop");
  const steps = [...walk(whole, (place) => place.into())];

  test("stepping into everything yields every step, in order", () => {
    expect(steps.map(({ index }) => index)).toStrictEqual(Array.from({ length: whole.length }, (_, index) => index));
  });

  test("stepping over everything yields every step of the query, in order, and no other", () => {
    const over = [...walk(whole, (place) => place.over())].map(({ index }) => index);
    const ofQuery = steps.filter(({ event }) => event?.frame.depth === 1).map(({ index }) => index);
    expect(over).toStrictEqual(ofQuery);
  });

  test("stepping over stays in a run as long as it lasts: every later step of it is met", () => {
    for (const place of steps) {
      const frame = place.event?.frame;
      const later = steps.filter(({ index, event }) => index > place.index && event?.frame === frame);
      const met = new Set([...walk(place, (step) => step.over())].map(({ index }) => index));
      expect(later.every(({ index }) => met.has(index))).toBe(true);
    }
  });

  test("stepping out leads to the run that asked, or to the end", () => {
    for (const place of steps) {
      const outside = place.out().event?.frame;
      expect(outside?.depth ?? 0).toBe((place.event?.frame.depth ?? 1) - 1);
    }
  });

  test("a step back undoes a step into", () => {
    for (const place of steps) expect(place.into().back().index).toBe(place.index);
  });

  test("resuming stops at every literal and rule of the lines, and nowhere else", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 16 })), (rows) => {
        const points = rows.map((row) => ({ file: "shop.rego", row }));
        const stops = [...walk(whole.resume(points), (place) => place.resume(points))].map(({ index }) => index);
        const expected = steps.filter(({ index, event }) => {
          const isStop = event?.kind === "eval" || event?.kind === "enter";
          return index > 0 && isStop && event.file === "shop.rego" && rows.includes(event.row);
        });
        expect(stops).toStrictEqual(expected.map(({ index }) => index));
      }),
    );
  });

  test("whatever the moves, forwards they end, and never leave the record", () => {
    const moves = fc.array(fc.constantFrom("into" as const, "over" as const, "out" as const, "back" as const));
    fc.assert(
      fc.property(moves, (words) => {
        let place = whole;
        for (const word of words) place = place[word]();
        expect(place.index).toBeGreaterThanOrEqual(0);
        expect(place.index).toBeLessThanOrEqual(whole.length);
        expect(place.callStack.length).toBe(place.event?.frame.depth ?? 0);
      }),
    );
  });
});
