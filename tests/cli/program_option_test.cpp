#include "cli/program_option.hpp"

#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

std::string set(Invocation& invocation, std::string_view name, std::string_view value) {
    for (const ProgramOption& option : program_options()) {
        if (option.name != name) continue;
        const auto error = option.set(invocation, value);
        return error ? to_string(*error) : "";
    }
    return "no such option";
}

TEST(ProgramOptions, ReadStages) {
    Invocation invocation;
    EXPECT_EQ(set(invocation, "stage", "doc"), "");
    EXPECT_EQ(invocation.stage, Stage::Doc);
    EXPECT_EQ(set(invocation, "stage", "placed"), "");
    EXPECT_EQ(invocation.stage, Stage::Placed);
    EXPECT_EQ(set(invocation, "stage", "scenes"),
              "error: unknown stage \"scenes\"\n"
              "  hint: did you mean \"scene\"?\n"
              "  hint: known: doc, placed, scene");
}

TEST(ProgramOptions, ReadFormsOfDiagnostics) {
    Invocation invocation;
    EXPECT_EQ(set(invocation, "diagnostics", "json"), "");
    EXPECT_EQ(invocation.form, DiagnosticsForm::Json);
    EXPECT_EQ(set(invocation, "diagnostics", "short"), "");
    EXPECT_EQ(invocation.form, DiagnosticsForm::Short);
    EXPECT_EQ(set(invocation, "diagnostics", "xml"),
              "error: unknown form of diagnostics \"xml\"\n  hint: known: human, short, json");
}

TEST(ProgramOptions, ReadTheLimitOfWhatIsStale) {
    Invocation invocation;
    EXPECT_EQ(set(invocation, "stale", "12months"), "");
    EXPECT_EQ(invocation.job.stale->limit, "12months");
    EXPECT_EQ(set(invocation, "creation-timestamp", "86400"), "");
    EXPECT_EQ(invocation.date, 86400);
}

TEST(ProgramOptions, QuietKeepsErrors) {
    Invocation invocation;
    EXPECT_EQ(set(invocation, "quiet", ""), "");
    EXPECT_EQ(invocation.loudness, Loudness::ErrorsOnly);
}

}  // namespace
}  // namespace broadside::cli
