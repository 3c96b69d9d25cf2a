import { describe, expect, test } from "vitest";
import { RegoObject } from "../value/object.js";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { renderTemplateBuiltins } from "./render-template.js";

describe("templates are filled as Go fills them", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "strings.render_template",
      [
        "plain",
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
      '"plain"',
    ],
    [
      "strings.render_template",
      [
        "{{.n}} {{.b}} {{.l}} {{.m}} {{.z}} {{.q}} {{.e}}",
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
      '"0 true [1 x <nil> map[k:2]] map[a:[true] b:1] <undefined> <undefined> []"',
    ],
    [
      "strings.render_template",
      [
        "{{$.a}}{{.m.a}}{{.m.q}}{{.q.r}}",
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
      '"<1>[true]<undefined><undefined>"',
    ],
    [
      "strings.render_template",
      [
        "{{if .n}}t{{else}}f{{end}}{{if .es}}t{{else if .b}}e{{end}}{{if .z}}t{{else}}f{{end}}{{if 0}}t{{end}}",
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
      '"tef"',
    ],
    [
      "strings.render_template",
      [
        "{{with .m}}{{.b}}{{$.a}}{{end}}{{with .q}}a{{else}}b{{end}}{{with .q}}a{{else with .a}}{{.}}{{end}}",
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
      '"1<1>b<1>"',
    ],
    [
      "strings.render_template",
      [
        "{{range .l}}[{{.}}]{{end}}{{range $i, $v := .l}}{{if $i}},{{end}}{{$v}}{{end}}{{range $k, $v := .m}}{{$k}}={{$v}};{{end}}{{range .e}}x{{else}}none{{end}}{{range 3}}{{.}}{{end}}",
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
      '"[1][x][<undefined>][map[k:2]]1,x,<undefined>,map[k:2]a=[true];b=1;none012"',
    ],
    [
      "strings.render_template",
      [
        '{{range .l}}{{if eq . "x"}}{{break}}{{end}}{{.}}{{end}}{{range $i, $v := .l}}{{if $i}}{{continue}}{{end}}{{$v}}{{end}}',
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
      '"11"',
    ],
    [
      "strings.render_template",
      [
        "{{$x := .a}}{{if .b}}{{$x := 2}}{{$x}}{{end}}{{$x}}{{if .b}}{{$x = 3}}{{end}}{{$x}}",
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
      '"2<1>3"',
    ],
    [
      "strings.render_template",
      [
        "a {{- .b -}} c {{- /* c */ -}} d",
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
      '"atruecd"',
    ],
    [
      "strings.render_template",
      [
        "{{.a}}<no value>",
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
      '"<1><undefined>"',
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(renderTemplateBuiltins, name, operands)).toBe(expected);
  });
});

describe("faults name their place", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "strings.render_template",
      [
        "x\n {{.a.b}}",
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
      'eval_builtin_error: strings.render_template: template: template:2:5: executing "template" at <.a.b>: can\'t evaluate field b in type interface {}',
    ],
    [
      "strings.render_template",
      [
        "{{.z.b}}",
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
      'eval_builtin_error: strings.render_template: template: template:1:4: executing "template" at <.z.b>: nil pointer evaluating interface {}.b',
    ],
    [
      "strings.render_template",
      [
        "{{range .a}}{{end}}",
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
      'eval_builtin_error: strings.render_template: template: template:1:8: executing "template" at <.a>: range can\'t iterate over <1>',
    ],
    [
      "strings.render_template",
      [
        "{{nil}}",
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
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <nil>: nil is not a command',
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
        "{{foo}}",
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
      'eval_builtin_error: strings.render_template: template: template:1: function "foo" not defined',
    ],
    [
      "strings.render_template",
      [
        "{{",
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
      "eval_builtin_error: strings.render_template: template: template:1: unclosed action",
    ],
    [
      "strings.render_template",
      [
        "{{if .a}}",
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
      "eval_builtin_error: strings.render_template: template: template:1: unexpected EOF",
    ],
    [
      "strings.render_template",
      [
        "{{end}}",
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
      "eval_builtin_error: strings.render_template: template: template:1: unexpected {{end}}",
    ],
    [
      "strings.render_template",
      [
        "{{$x}}",
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
      'eval_builtin_error: strings.render_template: template: template:1: undefined variable "$x"',
    ],
    [
      "strings.render_template",
      [1, {}],
      "eval_type_error: strings.render_template: operand 1 must be string but got number",
    ],
    [
      "strings.render_template",
      ["x", 1],
      "eval_type_error: strings.render_template: operand 2 must be object but got number",
    ],
    [
      "strings.render_template",
      ["{{.}}", new RegoObject([[1, 2]])],
      "eval_builtin_error: strings.render_template: invalid character '1' looking for beginning of object key string",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(renderTemplateBuiltins, name, operands)).toBe(expected);
  });
});
