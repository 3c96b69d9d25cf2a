import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  ["{a\r\n b\r\n$}", "Expected Name, found $ in GraphQL string at location 3:2"],
  [
    "{a,\t﻿b}",
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            { Alias: "a", Name: "a" },
            { Alias: "b", Name: "b" },
          ],
        },
      ],
    },
  ],
  ["{é}", "Expected Name, found <Invalid> in GraphQL string at location 1:2"],
  ["{😀 }", "Expected Name, found <Invalid> in GraphQL string at location 1:2"],
  ['query{a(b:"é😀" 5)}', "Expected Name, found Int in GraphQL string at location 1:16"],
  [
    "{a(b:-1 c:0 d:1.5 e:1e3 f:-1.5E-3)}",
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [
                { Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "-1" } },
                { Name: "c", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "0" } },
                { Name: "d", Value: { ExpectedTypeHasDefault: false, Kind: 2, Raw: "1.5" } },
                { Name: "e", Value: { ExpectedTypeHasDefault: false, Kind: 2, Raw: "1e3" } },
                { Name: "f", Value: { ExpectedTypeHasDefault: false, Kind: 2, Raw: "-1.5E-3" } },
              ],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  ["{a(b:01)}", "Unexpected <Invalid> in GraphQL string at location 1:7"],
  ["{a(b:-)}", "Unexpected <Invalid> in GraphQL string at location 1:7"],
  ["{a(b:1.)}", "Unexpected <Invalid> in GraphQL string at location 1:8"],
  ["{a(b:1e)}", "Unexpected <Invalid> in GraphQL string at location 1:8"],
  ["{a(b:1.x)}", "Unexpected <Invalid> in GraphQL string at location 1:8"],
  ['{a(b:"x)}', "Unexpected <Invalid> in GraphQL string at location 1:10"],
  ['{a(b:"\\q")}', "Unexpected <Invalid> in GraphQL string at location 1:8"],
  ['{a(b:"\u0001")}', "Unexpected <Invalid> in GraphQL string at location 1:7"],
  [
    '{a(b:"\\u00e9\\ud800\\n\\"")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 3, Raw: 'é�\n"' } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  ['{a(b:"\\u00e")}', "Unexpected <Invalid> in GraphQL string at location 1:8"],
  ['{a(b:"""x)}', "Unexpected <Invalid> in GraphQL string at location 1:12"],
  [
    '{a(b:"""x""""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: 'x""' } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:""" a \\""" \\x "" """)}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: ' a """ \\x "" ' } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  ['{a(b:"""\u0001""")}', "Unexpected <Invalid> in GraphQL string at location 1:9"],
  ["{a # c\u0001\n}", "Expected Name, found <Invalid> in GraphQL string at location 1:7"],
  ["{a..b}", "Expected Name, found <Invalid> in GraphQL string at location 1:3"],
  ["{a 'x'}", "Expected Name, found <Invalid> in GraphQL string at location 1:4"],
  [
    '{a(b:"")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 3, Raw: "" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  ['{a(b:"""\n  x\r\n    y\r  z\n""" c:1 $)}', "Expected Name, found $ in GraphQL string at location 5:9"],
])("tokens: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_query", text)).toStrictEqual(expected);
});
