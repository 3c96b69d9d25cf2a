import type { Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { GraphqlDocuments } from "./graphql-documents.js";
import { GraphqlDepthFault, GraphqlFault } from "./graphql-fault.js";
import { treeToJson } from "./graphql-json.js";

/** Builtins of GraphQL, as gqlparser reads and validates it; documents are texts, or trees in JSON. */
export const graphqlBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("graphql.is_valid", refusing(isValid, false)),
  /* @__PURE__ */ heavy("graphql.parse", faulting(parse)),
  /* @__PURE__ */ heavy("graphql.parse_and_verify", refusing(parseAndVerify, [false, {}, {}])),
  /* @__PURE__ */ heavy("graphql.parse_query", faulting(parseQuery)),
  /* @__PURE__ */ heavy("graphql.parse_schema", faulting(parseSchema)),
  /* @__PURE__ */ heavy("graphql.schema_is_valid", refusing(isValidSchema, false)),
];

type Call = BuiltinDefinition["call"];

type Answer = (documents: GraphqlDocuments, operands: Operands) => Value;

/** What is wrong with a document is a fault of the builtin. */
function faulting(answer: Answer): Call {
  return (operands, context) => {
    try {
      return answer(documentsFor(context), operands);
    } catch (fault) {
      throw fault instanceof GraphqlFault ? operands.fault(fault.message) : fault;
    }
  };
}

/** What is wrong with a document is told by the result; that it is too deep to be read remains a fault. */
function refusing(answer: Answer, refusal: Value): Call {
  return (operands, context) => {
    try {
      return answer(documentsFor(context), operands);
    } catch (fault) {
      if (!(fault instanceof GraphqlFault)) throw fault;
      if (fault instanceof GraphqlDepthFault) throw operands.fault(fault.message);
      return refusal;
    }
  };
}

const memoryKey = "graphql";

/** Schemas are read once for an evaluation. */
function documentsFor(context: BuiltinContext): GraphqlDocuments {
  // Nobody else uses the key.
  const known = context.memory.get(memoryKey) as GraphqlDocuments | undefined;
  const documents = known ?? new GraphqlDocuments((units) => context.charge(units));
  context.memory.set(memoryKey, documents);
  return documents;
}

function isValid(documents: GraphqlDocuments, operands: Operands): Value {
  const query = documents.query(operands.value(1));
  documents.validate(query, documents.schema(operands.value(2)).checked());
  return true;
}

function isValidSchema(documents: GraphqlDocuments, operands: Operands): Value {
  documents.schema(operands.value(1)).checked();
  return true;
}

function parseQuery(documents: GraphqlDocuments, operands: Operands): Value {
  return treeToJson(documents.query(operands.string(1)));
}

function parseSchema(documents: GraphqlDocuments, operands: Operands): Value {
  return treeToJson(documents.schema(operands.string(1)).document);
}

/** OPA counts the operands of this builtin from 0. */
function parse(documents: GraphqlDocuments, operands: Operands): Value {
  for (const position of [1, 2]) {
    const value = operands.value(position);
    if (!GraphqlDocuments.canRead(value)) throw operands.mismatch(position - 1, value, "string", "object");
  }
  return parseBoth(documents, operands);
}

function parseAndVerify(documents: GraphqlDocuments, operands: Operands): Value {
  return [true, ...parseBoth(documents, operands)];
}

function parseBoth(documents: GraphqlDocuments, operands: Operands): readonly [Value, Value] {
  const query = documents.query(operands.value(1));
  const schema = documents.schema(operands.value(2));
  documents.validate(query, schema.checked());
  return [treeToJson(query), treeToJson(schema.document)];
}
