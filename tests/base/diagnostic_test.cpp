#include "broadside/base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

Diagnostic unknown_key() {
    Diagnostic diagnostic;
    diagnostic.file = "data.json";
    diagnostic.line = 3;
    diagnostic.column = 7;
    diagnostic.pointer = "/titel";
    diagnostic.message = "unknown key \"titel\"";
    diagnostic.hints = {"did you mean \"title\"?"};
    return diagnostic;
}

TEST(DiagnosticToString, NamesPlaceAndMessageThenHints) {
    EXPECT_EQ(
        to_string(unknown_key()),
        "data.json:3:7: error: /titel: unknown key \"titel\"\n  hint: did you mean \"title\"?");
}

TEST(DiagnosticToShortString, LeavesHintsOut) {
    EXPECT_EQ(to_short_string(unknown_key()),
              "data.json:3:7: error: /titel: unknown key \"titel\"");
}

TEST(DiagnosticToShortString, LeavesOutWhatIsNotKnown) {
    Diagnostic diagnostic;
    diagnostic.message = "no input";
    EXPECT_EQ(to_short_string(diagnostic), "error: no input");
    diagnostic.file = "a.json";
    EXPECT_EQ(to_short_string(diagnostic), "a.json: error: no input");
    diagnostic.line = 2;
    EXPECT_EQ(to_short_string(diagnostic), "a.json:2: error: no input");
}

TEST(DiagnosticToShortString, NamesTheLanguage) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    diagnostic.language = "de";
    diagnostic.message = "not translated";
    EXPECT_EQ(to_short_string(diagnostic), "warning: [de] not translated");
}

TEST(DiagnosticToShortString, NamesATextByItsKeyAndNotByItsPointer) {
    Diagnostic diagnostic;
    diagnostic.pointer = "/sections/0/rows/1/what";
    diagnostic.text_key = "rows/anchor/what/text";
    diagnostic.message = "not translated";
    EXPECT_EQ(to_short_string(diagnostic), "error: rows/anchor/what/text: not translated");
}

TEST(DiagnosticToString, ShowsWhatATerminalWouldObey) {
    Diagnostic diagnostic;
    diagnostic.pointer = "/a\x1b[2J";
    diagnostic.message = "got \u202e\u009b\n\x7f\u200c";
    diagnostic.hints = {"\a"};
    EXPECT_EQ(to_string(diagnostic),
              "error: /a<U+001B>[2J: got <U+202E><U+009B><U+000A><U+007F>\u200c\n"
              "  hint: <U+0007>");
}

TEST(HasErrors, IsFalseForWarningsAndNotes) {
    Diagnostic warning, note;
    warning.severity = Severity::Warning;
    note.severity = Severity::Note;
    EXPECT_FALSE(has_errors({}));
    EXPECT_FALSE(has_errors({warning, note}));
    EXPECT_TRUE(has_errors({warning, Diagnostic{}}));
}

}  // namespace
}  // namespace broadside
