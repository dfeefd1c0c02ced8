#include "cli/help.hpp"

#include <gmock/gmock.h>

#include "cli/command_line.hpp"
#include "cli/program_option.hpp"

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Wrapped, BreaksAtSpacesAndIndents) {
    EXPECT_EQ(wrapped("one two three", 7, 2), "one two\n  three");
    EXPECT_EQ(wrapped("averylongword b", 4, 1), "averylongword\n b");
    EXPECT_EQ(wrapped("", 4, 1), "");
}

TEST(HelpText, ListsEveryOptionOfBuild) {
    const std::string help = help_text(HelpTopic::Build);
    for (const Option& option : options()) {
        EXPECT_THAT(help, HasSubstr("--" + std::string(option.name)));
    }
    EXPECT_THAT(help, HasSubstr("  -q, --quiet\n        Print errors and nothing else.\n"));
    EXPECT_THAT(help, Not(HasSubstr("--stage")));
}

TEST(HelpText, LeavesOutWhatAVerbDoesNotTake) {
    EXPECT_THAT(help_text(HelpTopic::Check), Not(HasSubstr("--output")));
    EXPECT_THAT(help_text(HelpTopic::Dump), HasSubstr("--stage doc|placed|scene"));
}

TEST(HelpText, FitsATerminal) {
    for (const HelpTopic topic : {HelpTopic::Overview, HelpTopic::Build, HelpTopic::Check,
                                  HelpTopic::Dump, HelpTopic::Fonts}) {
        std::string help = help_text(topic);
        for (std::size_t end = help.find('\n'); end != std::string::npos; end = help.find('\n')) {
            EXPECT_LE(end, 82U) << help.substr(0, end);
            help.erase(0, end + 1);
        }
        EXPECT_EQ(help, "");
    }
}

}  // namespace
}  // namespace broadside::cli
