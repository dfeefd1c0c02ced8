#include "cli/i18n_option.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;

std::vector<std::string_view> names(I18nVerb verb) {
    std::vector<std::string_view> names;
    I18nInvocation unused;
    for (const CommandOption& option : command_options(verb, unused)) names.push_back(option.name);
    return names;
}

std::string error_of(std::string_view name, std::string_view value) {
    I18nInvocation invocation;
    for (const I18nOption& option : i18n_options()) {
        if (option.name != name) continue;
        const auto error = option.set(invocation, value);
        return error ? to_string(*error) : "";
    }
    return "no such option";
}

TEST(I18nOptions, AreThoseThatMeanSomethingToAVerb) {
    EXPECT_THAT(names(I18nVerb::Extract),
                ElementsAre("lang", "layout", "to", "output", "names", "creation-timestamp",
                            "font-manifest", "resources", "diagnostics", "quiet"));
    EXPECT_THAT(names(I18nVerb::Merge), ElementsAre("lang", "fuzzy", "diagnostics", "quiet"));
    EXPECT_THAT(names(I18nVerb::Status), ElementsAre("lang", "layout", "strict", "font-manifest",
                                                     "resources", "diagnostics", "quiet"));
}

TEST(I18nOptions, RefuseWordsThatMeanNothing) {
    EXPECT_EQ(error_of("to", "jsn"),
              "error: unknown format of translations \"jsn\"\n"
              "  hint: did you mean \"json\"?\n  hint: known: po, json, jsonc");
    EXPECT_EQ(error_of("to", "po"), "");
    EXPECT_NE(error_of("lang", "de,,fr"), "");
    EXPECT_NE(error_of("creation-timestamp", "today"), "");
}

}  // namespace
}  // namespace broadside::cli
