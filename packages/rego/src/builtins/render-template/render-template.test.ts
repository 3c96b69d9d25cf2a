import { describe, expect, test } from "vitest";
import { fillTemplate } from "../../../test/fill-template.js";
import { RegoObject } from "../../value/object.js";
import type { Value } from "../../value/value.js";

describe("templates are filled as Go fills them", () => {
  test.each([
    ["plain", '"plain"'],
    [
      "{{.n}} {{.b}} {{.l}} {{.m}} {{.z}} {{.q}} {{.e}}",
      '"0 true [1 x <nil> map[k:2]] map[a:[true] b:1] <undefined> <undefined> []"',
    ],
    ["{{$.a}}{{.m.a}}{{.m.q}}{{.q.r}}", '"<1>[true]<undefined><undefined>"'],
    ["{{if .n}}t{{else}}f{{end}}{{if .es}}t{{else if .b}}e{{end}}{{if .z}}t{{else}}f{{end}}{{if 0}}t{{end}}", '"tef"'],
    [
      "{{with .m}}{{.b}}{{$.a}}{{end}}{{with .q}}a{{else}}b{{end}}{{with .q}}a{{else with .a}}{{.}}{{end}}",
      '"1<1>b<1>"',
    ],
    [
      "{{range .l}}[{{.}}]{{end}}{{range $i, $v := .l}}{{if $i}},{{end}}{{$v}}{{end}}{{range $k, $v := .m}}{{$k}}={{$v}};{{end}}{{range .e}}x{{else}}none{{end}}{{range 3}}{{.}}{{end}}",
      '"[1][x][<undefined>][map[k:2]]1,x,<undefined>,map[k:2]a=[true];b=1;none012"',
    ],
    [
      '{{range .l}}{{if eq . "x"}}{{break}}{{end}}{{.}}{{end}}{{range $i, $v := .l}}{{if $i}}{{continue}}{{end}}{{$v}}{{end}}',
      '"11"',
    ],
    ["{{$x := .a}}{{if .b}}{{$x := 2}}{{$x}}{{end}}{{$x}}{{if .b}}{{$x = 3}}{{end}}{{$x}}", '"2<1>3"'],
    ["a {{- .b -}} c {{- /* c */ -}} d", '"atruecd"'],
    ["{{.a}}<no value>", '"<1><undefined>"'],
  ])("%j", (template, expected) => {
    expect(fillTemplate(template)).toBe(expected);
  });
});

describe("faults name their place", () => {
  test.each([
    [
      "x\n {{.a.b}}",
      'eval_builtin_error: strings.render_template: template: template:2:5: executing "template" at <.a.b>: can\'t evaluate field b in type interface {}',
    ],
    [
      "{{.z.b}}",
      'eval_builtin_error: strings.render_template: template: template:1:4: executing "template" at <.z.b>: nil pointer evaluating interface {}.b',
    ],
    [
      "{{range .a}}{{end}}",
      'eval_builtin_error: strings.render_template: template: template:1:8: executing "template" at <.a>: range can\'t iterate over <1>',
    ],
    [
      "{{nil}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <nil>: nil is not a command',
    ],
    [
      "{{eq .n 0}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq .n 0>: error calling eq: incompatible types for comparison: json.Number and int',
    ],
    ["{{foo}}", 'eval_builtin_error: strings.render_template: template: template:1: function "foo" not defined'],
    ["{{", "eval_builtin_error: strings.render_template: template: template:1: unclosed action"],
    ["{{if .a}}", "eval_builtin_error: strings.render_template: template: template:1: unexpected EOF"],
    ["{{end}}", "eval_builtin_error: strings.render_template: template: template:1: unexpected {{end}}"],
    ["{{$x}}", 'eval_builtin_error: strings.render_template: template: template:1: undefined variable "$x"'],
  ])("%j", (template, expected) => {
    expect(fillTemplate(template)).toBe(expected);
  });
});

test.each<[template: Value, variables: Value, fault: string]>([
  [1, {}, "eval_type_error: strings.render_template: operand 1 must be string but got number"],
  ["x", 1, "eval_type_error: strings.render_template: operand 2 must be object but got number"],
  [
    "{{.}}",
    new RegoObject([[1, 2]]),
    "eval_builtin_error: strings.render_template: invalid character '1' looking for beginning of object key string",
  ],
])("%j with %j is refused", (template, variables, fault) => {
  expect(fillTemplate(template, variables)).toBe(fault);
});
