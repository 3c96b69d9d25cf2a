import { expect, test } from "vitest";
import { OPTIONS, RUN } from "../../test/suite-results.js";
import { reportGithub } from "./report-github.js";

test("GitHub is told where", () => {
  expect(reportGithub(RUN, OPTIONS)).toBe(
    "::error file=b.yaml,line=3,title=x::m\n" +
      "::error file=a/suite.yaml,line=7,title=owners%3A b<ad>::want: 1%0Agot, 2\n" +
      "::error file=a/suite.yaml,line=20,title=broken::no template\n",
  );
});
