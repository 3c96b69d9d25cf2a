import { describe, expect, test } from "vitest";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { isTemplateFunction } from "./go-template-functions.js";
import { renderTemplateBuiltins } from "./render-template.js";

describe("functions of templates", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "strings.render_template",
      [
        "{{len .s}} {{len .l}} {{len .m}} {{len .n}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"3 4 2 1"',
    ],
    [
      "strings.render_template",
      [
        '{{index .l 0}} {{index .m "b"}} {{index .l 3 "k"}} {{index .m "zz"}} {{index .a 1}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"1 1 2 <undefined> 49"',
    ],
    [
      "strings.render_template",
      [
        '{{eq .a "<1>"}} {{eq .n "0"}} {{eq 1 2 1}} {{ne .a .s}} {{eq .z nil}} {{eq .q .a}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"true true true true true false"',
    ],
    [
      "strings.render_template",
      [
        '{{lt 1 2}} {{lt "a" "b"}} {{gt .n "1"}} {{le 1 1}} {{ge 2 3}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"true true false true false"',
    ],
    [
      "strings.render_template",
      [
        "{{and .a .es .b}}|{{or .es .q .a}}|{{not .es}}|{{and .a .b}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"|<1>|true|true"',
    ],
    [
      "strings.render_template",
      [
        '{{print 1 2 "x" 3 4 .n .z}}|{{println .a 1}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"1 2x3 40<nil>|<1> 1\\n"',
    ],
    [
      "strings.render_template",
      [
        '{{printf "%s|%v|%q|%d|%5.1f" .a .n .s 5 1.25}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"<1>|0|\\"äb\\"|5|  1.2"',
    ],
    [
      "strings.render_template",
      [
        '{{printf "%v %v" .l .m}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"[1 x <nil> map[k:2]] map[a:[true] b:1]"',
    ],
    [
      "strings.render_template",
      [
        '{{.a | html}} {{urlquery .s "a b"}} {{.a | printf "%s-%s" "x" | len}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      '"&lt;1&gt; %C3%A4ba+b 5"',
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(renderTemplateBuiltins, name, operands)).toBe(expected);
  });
});

describe("faults of functions", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "strings.render_template",
      [
        "{{len .z}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <len .z>: error calling len: len of nil pointer',
    ],
    [
      "strings.render_template",
      [
        "{{len 3}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <len 3>: error calling len: len of type int',
    ],
    [
      "strings.render_template",
      [
        "{{index .l 9}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .l 9>: error calling index: index out of range: 9',
    ],
    [
      "strings.render_template",
      [
        '{{index .l "a"}}',
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .l "a">: error calling index: cannot index slice/array with type string',
    ],
    [
      "strings.render_template",
      [
        "{{index .m 1}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .m 1>: error calling index: value has type int; should be string',
    ],
    [
      "strings.render_template",
      [
        "{{index .z 1}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .z 1>: error calling index: index of untyped nil',
    ],
    [
      "strings.render_template",
      [
        "{{index .b 1}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .b 1>: error calling index: can\'t index item of type bool',
    ],
    [
      "strings.render_template",
      [
        "{{eq .n 0}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq .n 0>: error calling eq: incompatible types for comparison: json.Number and int',
    ],
    [
      "strings.render_template",
      [
        "{{eq .a}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq .a>: error calling eq: missing argument for comparison',
    ],
    [
      "strings.render_template",
      [
        "{{eq 1 1.0}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq 1 1.0>: error calling eq: incompatible types for comparison: int and float64',
    ],
    [
      "strings.render_template",
      [
        "{{lt .b true}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <lt .b true>: error calling lt: invalid type for comparison',
    ],
    [
      "strings.render_template",
      [
        "{{lt .a 1}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <lt .a 1>: error calling lt: incompatible types for comparison: string and int',
    ],
    [
      "strings.render_template",
      [
        "{{not}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <not>: wrong number of args for not: want 1 got 0',
    ],
    [
      "strings.render_template",
      [
        "{{and}}",
        {
          a: "<1>",
          n: 0,
          b: true,
          l: [1, "x", null, { k: 2 }],
          m: { b: 1, a: [true] },
          e: [],
          s: "äb",
          z: null,
          es: "",
        },
      ],
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <and>: wrong number of args for and: want at least 1 got 0',
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(renderTemplateBuiltins, name, operands)).toBe(expected);
  });
});

test("what is no function", () => {
  expect(isTemplateFunction("constructor")).toBe(false);
  expect(isTemplateFunction("printf")).toBe(true);
});
