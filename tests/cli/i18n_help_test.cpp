#include "cli/i18n_help.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(I18nHelpText, ListsTheVerbs) {
    const std::string text = i18n_help_text(std::nullopt);
    for (const I18nVerbRow& row : i18n_verbs()) EXPECT_THAT(text, HasSubstr(row.name));
}

TEST(I18nHelpText, ListsTheOptionsOfAVerbAndNoOther) {
    const std::string text = i18n_help_text(I18nVerb::Merge);
    EXPECT_THAT(text, StartsWith("Usage: broadside i18n merge DATASET FILE… [OPTION]…\n"));
    EXPECT_THAT(text, HasSubstr("      --fuzzy\n        Take also"));
    EXPECT_THAT(text, Not(HasSubstr("--strict")));
    EXPECT_THAT(text, HasSubstr("\nExamples:\n  broadside i18n merge"));
}

}  // namespace
}  // namespace broadside::cli
