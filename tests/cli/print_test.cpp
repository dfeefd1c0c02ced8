#include "cli/print.hpp"

#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

TEST(ToJson, EscapesWhatJsonForbids) {
    Diagnostic diagnostic;
    diagnostic.code = "unknown-key";
    diagnostic.file = "a\\b.json";
    diagnostic.line = 3;
    diagnostic.column = 7;
    diagnostic.pointer = "/é";
    diagnostic.message = "unknown key \"\n\"";
    diagnostic.hints = {"one", "two"};
    EXPECT_EQ(to_json(diagnostic),
              R"({"severity":"error","code":"unknown-key","file":"a\\b.json","line":3,"column":7,)"
              R"("pointer":"/é","message":"unknown key \"\u000a\"","hints":["one","two"]})");
}

TEST(ToJson, LeavesOutWhatIsNotKnown) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    EXPECT_EQ(to_json(diagnostic), R"({"severity":"warning","code":"","message":"","hints":[]})");
}

TEST(Summary, CountsPages) {
    EXPECT_EQ(summary({"a.pdf", 1, 6.94}), "1 page, smallest type 6.9 pt");
    EXPECT_EQ(summary({"a.pdf", 2, 7}), "2 pages, smallest type 7.0 pt");
    EXPECT_EQ(summary({"a.pdf", 1, 7, "de"}), "1 page, smallest type 7.0 pt, size set by de");
}

}  // namespace
}  // namespace broadside::cli
