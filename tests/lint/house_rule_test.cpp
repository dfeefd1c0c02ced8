#include "lint/house_rule.hpp"

#include <gmock/gmock.h>

namespace broadside::lint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HouseRule, FindsTrailingWhiteSpace) {
    const SourceFile file{"README.md", "good\nbad \nbad\t\nbad\r\n"};
    EXPECT_THAT(text_problems(file), ElementsAre("README.md:2: trailing white space",
                                                 "README.md:3: trailing white space",
                                                 "README.md:4: trailing white space"));
}

TEST(HouseRule, FindsPathsOfOneMachine) {
    const std::string path = std::string("/ho") + "me/ada/broadside";
    const SourceFile file{"data/x/dataset.json", "{\"source\": \"" + path + "\"}\n"};
    EXPECT_THAT(text_problems(file), ElementsAre("data/x/dataset.json:1: '" + path.substr(0, 6) +
                                                 "' is a path of one machine"));
}

TEST(HouseRule, WantsALineFeedAtTheEnd) {
    EXPECT_THAT(text_problems({"run", "one\ntwo"}), ElementsAre("run:2: no line feed at the end"));
}

TEST(HouseRule, WantsATodoToNameItsCondition) {
    const std::string todo = std::string("// TO") + "DO";
    EXPECT_THAT(
        code_problems({"src/broadside/emit/pdf.cpp", todo + " when Cairo has Lang: drop this\n"}),
        IsEmpty());
    EXPECT_EQ(code_problems({"src/broadside/emit/pdf.cpp", todo + ": links\n"}).size(), 1u);
}

TEST(HouseRule, LetsProseTalkOfTodos) {
    EXPECT_THAT(code_problems({"README.md", std::string("no TO") + "DOs\n"}), IsEmpty());
}

TEST(HouseRule, WantsHeadersToGuardThemselves) {
    EXPECT_THAT(code_problems({"src/broadside/base/a.hpp", "struct A {};\n"}),
                ElementsAre("src/broadside/base/a.hpp:1: a header starts with #pragma once"));
}

TEST(HouseRule, WantsSourceFilesShort) {
    std::string text;
    for (int line = 0; line < 401; ++line) text += "\n";
    EXPECT_THAT(code_problems({"src/broadside/base/a.cpp", text}),
                ElementsAre("src/broadside/base/a.cpp:401: longer than 400 lines"));
    EXPECT_THAT(code_problems({"tests/base/a_test.cpp", text}), IsEmpty());
}

TEST(HouseRule, KeepsTheEnvironmentOutOfPasses) {
    const std::string text = "const char* zone = std::getenv(\"TZ\");\n";
    EXPECT_THAT(code_problems({"src/broadside/emit/pdf.cpp", text}),
                ElementsAre("src/broadside/emit/pdf.cpp:1: a pass must not call getenv(…)"));
    EXPECT_THAT(code_problems({"src/cli/main.cpp", text}), IsEmpty());
}

}  // namespace
}  // namespace broadside::lint
