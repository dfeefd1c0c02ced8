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
              "error: /a\\u001b[2J: got \\u202e\\u009b\\u000a\\u007f\u200c\n"
              "  hint: \\u0007");
}

TEST(DiagnosticToString, ObeysNothingThatStandsInAFile) {
    Diagnostic diagnostic = unknown_key();
    diagnostic.file = "a\x1b.json";
    diagnostic.pointer = "/\x1b[31m";
    diagnostic.message = "unknown key \"a\nerror: b\"";
    diagnostic.hints = {"did you mean \"\u202e\"?"};
    EXPECT_EQ(to_string(diagnostic),
              "a\\u001b.json:3:7: error: /\\u001b[31m: unknown key \"a\\u000aerror: b\"\n"
              "  hint: did you mean \"\\u202e\"?");
}

Diagnostic wrong_at(std::size_t line, std::string message = "wrong") {
    Diagnostic diagnostic;
    diagnostic.file = "a.json";
    diagnostic.line = line;
    diagnostic.column = 5;
    diagnostic.message = std::move(message);
    return diagnostic;
}

TEST(CountEqual, TellsEqualProblemsOnceWithTheNextPlaces) {
    Diagnostics diagnostics = {wrong_at(1), wrong_at(2, "other"), wrong_at(3), wrong_at(4)};
    count_equal(diagnostics);
    ASSERT_EQ(diagnostics.size(), 2u);
    EXPECT_EQ(to_string(diagnostics[0]),
              "a.json:1:5: error: wrong\n  hint: and 2 more like it: 3:5, 4:5");
    EXPECT_EQ(to_short_string(diagnostics[0]), "a.json:1:5: error: wrong (and 2 more)");
    EXPECT_EQ(diagnostics[1].count, 1u);
}

TEST(CountEqual, NamesFewPlacesOfMany) {
    Diagnostics diagnostics;
    for (std::size_t line = 1; line <= 1622; ++line) diagnostics.push_back(wrong_at(line));
    count_equal(diagnostics);
    ASSERT_EQ(diagnostics.size(), 1u);
    EXPECT_EQ(diagnostics[0].count, 1622u);
    EXPECT_EQ(to_string(diagnostics[0]),
              "a.json:1:5: error: wrong\n"
              "  hint: and 1621 more like it: 2:5, 3:5, 4:5, 5:5, 6:5, …");
}

TEST(CountEqual, CountsOnceWhatWasMetTwiceAtOnePlace) {
    Diagnostics diagnostics = {wrong_at(1), wrong_at(2), wrong_at(1)};
    count_equal(diagnostics);
    count_equal(diagnostics);
    ASSERT_EQ(diagnostics.size(), 1u);
    EXPECT_EQ(diagnostics[0].count, 2u);
}

TEST(CountEqual, TellsApartFilesLanguagesAndTextsForTranslation) {
    Diagnostics diagnostics(4, wrong_at(1));
    diagnostics[1].file = "b.json";
    diagnostics[2].language = "de";
    diagnostics[3].text_key = "title";
    count_equal(diagnostics);
    EXPECT_EQ(diagnostics.size(), 4u);
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
