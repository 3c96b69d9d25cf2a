import { callBuiltin } from "../call-builtin.js";
import { graphqlBuiltins } from "./graphql.js";

/** A schema that the tests of rules ask. */
export const petSchema = `type Query { dog: Dog cat: Cat pets: [Pet] human(id: ID!, filter: Filter): Human both: CatOrDog
  num(i: Int f: Float s: String b: Boolean id: ID l: [Int!] c: Custom, e: Command): Int choose(c: Choice): Int }
type Mutation { add(x: Int! = 1): Int }
type Subscription { ticks: Int other: String }
interface Pet { name(surname: Boolean): String owner: Human }
interface Being { name(surname: Boolean): String }
type Dog implements Pet & Being { name(surname: Boolean): String nickname: String owner: Human friends: [Dog] barks: Boolean }
type Cat implements Pet & Being { name(surname: Boolean): String nickname: Int! owner: Human meows: Boolean }
type Human implements Being { name(surname: Boolean): String pets: [Pet] iq: Int }
union CatOrDog = Cat | Dog
enum Command { SIT HEEL DOWN }
input Filter { name: String! min: Int = 0 sub: Filter cmd: Command list: [Filter!] }
input Choice @oneOf { a: Int b: String }
scalar Custom
directive @onField on FIELD
directive @rep(n: Int) repeatable on FIELD | QUERY | FRAGMENT_SPREAD`;

/** What is said about a request, for tests: one line for each finding, none when it is valid. */
export function judgeGraphql(query: string, schema: string = petSchema): readonly string[] {
  const outcome = callBuiltin(graphqlBuiltins, "graphql.parse", [query, schema]);
  return outcome.startsWith("[") ? [] : outcome.replace("eval_builtin_error: graphql.parse: ", "").split("\n");
}
