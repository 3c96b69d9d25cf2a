/** Rego as the site colours it, a grammar of TextMate: comments, texts, numbers, keywords, calls and the two root documents. */
export const rego = {
  name: "rego",
  scopeName: "source.rego",
  repository: {},
  patterns: [
    { name: "comment.line.number-sign.rego", match: "#.*$" },
    {
      name: "string.quoted.double.rego",
      begin: '\\$?"',
      end: '"',
      patterns: [{ name: "constant.character.escape.rego", match: "\\\\." }],
    },
    { name: "string.quoted.other.raw.rego", begin: "\\$?`", end: "`" },
    { name: "constant.numeric.rego", match: "\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b" },
    { name: "constant.language.rego", match: "\\b(?:true|false|null)\\b" },
    {
      name: "keyword.control.rego",
      match: "(?<!\\.)\\b(?:package|import|as|default|else|if|contains|in|every|some|not|with)\\b(?!\\()",
    },
    { name: "variable.language.rego", match: "(?<!\\.)\\b(?:input|data)\\b" },
    { name: "entity.name.function.rego", match: "\\b[A-Za-z_]\\w*(?=\\()" },
    { name: "keyword.operator.rego", match: ":=|==|!=|<=|>=|[=<>+*/%&|-]" },
  ],
};
