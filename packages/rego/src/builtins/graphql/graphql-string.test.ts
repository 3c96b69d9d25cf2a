import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  [
    '{a(b:"""""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: "" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:"""  x\n    y\n  z""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: "  x\n  y\nz" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:"""\n\n   x\n\n     y\n   \n""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: "x\n\n  y" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:""" \n\t \n""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: "" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:"""x\n  y""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: "x\n  y" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:"""\n    x\n y\n      z""")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 4, Raw: "   x\ny\n     z" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    '{a(b:"\\b\\f\\r\\t\\/\\\\")}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [{ Name: "b", Value: { ExpectedTypeHasDefault: false, Kind: 3, Raw: "\b\f\r\t/\\" } }],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
])("block strings: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_query", text)).toStrictEqual(expected);
});
