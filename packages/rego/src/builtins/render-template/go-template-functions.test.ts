import { describe, expect, test } from "vitest";
import { fillTemplate } from "../../../test/fill-template.js";
import { isTemplateFunction } from "./go-template-functions.js";

describe("functions of templates", () => {
  test.each([
    ["{{len .s}} {{len .l}} {{len .m}} {{len .n}}", '"3 4 2 1"'],
    ['{{index .l 0}} {{index .m "b"}} {{index .l 3 "k"}} {{index .m "zz"}} {{index .a 1}}', '"1 1 2 <undefined> 49"'],
    [
      '{{eq .a "<1>"}} {{eq .n "0"}} {{eq 1 2 1}} {{ne .a .s}} {{eq .z nil}} {{eq .q .a}}',
      '"true true true true true false"',
    ],
    ['{{lt 1 2}} {{lt "a" "b"}} {{gt .n "1"}} {{le 1 1}} {{ge 2 3}}', '"true true false true false"'],
    ["{{and .a .es .b}}|{{or .es .q .a}}|{{not .es}}|{{and .a .b}}", '"|<1>|true|true"'],
    ['{{print 1 2 "x" 3 4 .n .z}}|{{println .a 1}}', '"1 2x3 40<nil>|<1> 1\\n"'],
    ['{{printf "%s|%v|%q|%d|%5.1f" .a .n .s 5 1.25}}', '"<1>|0|\\"äb\\"|5|  1.2"'],
    ['{{printf "%v %v" .l .m}}', '"[1 x <nil> map[k:2]] map[a:[true] b:1]"'],
    ['{{.a | html}} {{urlquery .s "a b"}} {{.a | printf "%s-%s" "x" | len}}', '"&lt;1&gt; %C3%A4ba+b 5"'],
  ])("%j", (template, expected) => {
    expect(fillTemplate(template)).toBe(expected);
  });
});

describe("faults of functions", () => {
  test.each([
    [
      "{{len .z}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <len .z>: error calling len: len of nil pointer',
    ],
    [
      "{{len 3}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <len 3>: error calling len: len of type int',
    ],
    [
      "{{index .l 9}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .l 9>: error calling index: index out of range: 9',
    ],
    [
      '{{index .l "a"}}',
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .l "a">: error calling index: cannot index slice/array with type string',
    ],
    [
      "{{index .m 1}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .m 1>: error calling index: value has type int; should be string',
    ],
    [
      "{{index .z 1}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .z 1>: error calling index: index of untyped nil',
    ],
    [
      "{{index .b 1}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <index .b 1>: error calling index: can\'t index item of type bool',
    ],
    [
      "{{eq .n 0}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq .n 0>: error calling eq: incompatible types for comparison: json.Number and int',
    ],
    [
      "{{eq .a}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq .a>: error calling eq: missing argument for comparison',
    ],
    [
      "{{eq 1 1.0}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <eq 1 1.0>: error calling eq: incompatible types for comparison: int and float64',
    ],
    [
      "{{lt .b true}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <lt .b true>: error calling lt: invalid type for comparison',
    ],
    [
      "{{lt .a 1}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <lt .a 1>: error calling lt: incompatible types for comparison: string and int',
    ],
    [
      "{{not}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <not>: wrong number of args for not: want 1 got 0',
    ],
    [
      "{{and}}",
      'eval_builtin_error: strings.render_template: template: template:1:2: executing "template" at <and>: wrong number of args for and: want at least 1 got 0',
    ],
  ])("%j", (template, expected) => {
    expect(fillTemplate(template)).toBe(expected);
  });
});

test("what is no function", () => {
  expect(isTemplateFunction("constructor")).toBe(false);
  expect(isTemplateFunction("printf")).toBe(true);
});
