#include "broadside/option.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(UnknownWord, NamesTheNearestAndAllKnownWords) {
    const Diagnostic diagnostic = unknown_word({"layout", "flier-a4", {"flyer-a4", "web"}});
    EXPECT_EQ(to_string(diagnostic),
              "error: unknown layout \"flier-a4\"\n"
              "  hint: did you mean \"flyer-a4\"?\n"
              "  hint: known: flyer-a4, web");
    EXPECT_EQ(diagnostic.code, "job-unknown-layout");
}

TEST(UnknownWord, GuessesNothingWhenNothingIsNear) {
    EXPECT_EQ(to_string(unknown_word({"format", "docx", {"pdf"}})),
              "error: unknown format \"docx\"\n  hint: known: pdf");
    EXPECT_EQ(to_string(unknown_word({"layout", "web", {}})), "error: unknown layout \"web\"");
}

}  // namespace
}  // namespace broadside
