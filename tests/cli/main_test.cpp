#include <gmock/gmock.h>

#include "support/program.hpp"

// The built program, from outside: streams, exit codes, files, and the whole text of its errors.
namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ProgramRun;
using ::testing::StartsWith;

class WholeProgram : public testing::ProgramTest {
protected:
    std::string error_of_build() const {
        const ProgramRun ran = run("build planets.json -l plain -o out.pdf");
        return std::to_string(ran.code) + "\n" + ran.err;
    }
};

TEST_F(WholeProgram, ReportsOneLineForEachFile) {
    const ProgramRun ran = run("build planets.json -l plain -f pdf,png");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out,
              "en plain pdf  output/planets-plain-en.pdf  1 page, smallest type 8.0 pt\n"
              "en plain png  output/planets-plain-en.png  1 page, smallest type 8.0 pt\n"
              "2 written, 0 unchanged\n");
    EXPECT_THAT(folder.read("output/planets-plain-en.pdf"), StartsWith("%PDF-"));
}

TEST_F(WholeProgram, ReadsAndWritesStandardStreams) {
    const ProgramRun ran = run("build - -l plain -f svg -o - < planets.json");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "");
    run("build planets.json -l plain -o file.svg");
    EXPECT_EQ(ran.out, folder.read("file.svg"));
}

TEST_F(WholeProgram, PrintsHelpAndVersionToStandardOutput) {
    EXPECT_THAT(run("--help").out, HasSubstr("Usage: broadside VERB DATASET"));
    EXPECT_THAT(run("i18n --help").out, HasSubstr("Usage: broadside i18n VERB DATASET"));
    EXPECT_THAT(run("--version").out,
                ::testing::MatchesRegex("broadside [0-9.]+\ncairo [0-9.]+\npango [0-9.]+\n"
                                        "harfbuzz [0-9.]+\nlibpng [0-9.]+\n"));
}

TEST_F(WholeProgram, StartsWithoutWhatOnlySomeFilesNeed) {
    const std::string libraries = run("", "LD_TRACE_LOADED_OBJECTS=1").out;
    EXPECT_THAT(libraries, HasSubstr("libpango"));
    EXPECT_THAT(libraries, Not(HasSubstr("libcairo")));
    EXPECT_THAT(libraries, Not(HasSubstr("libzip")));
}

TEST_F(WholeProgram, SaysThatTheDatasetIsFine) {
    const ProgramRun ran = run("check planets.json");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "ok\n");
    EXPECT_EQ(ran.err, "");
}

TEST_F(WholeProgram, PrintsErrorsInTheFormAskedFor) {
    EXPECT_EQ(run("check none.json --diagnostics json").err,
              R"({"severity":"error","code":"cannot-read","file":"none.json",)"
              R"("message":"cannot be read: No such file or directory","hints":[]})"
              "\n");
    EXPECT_EQ(run("build a -f pfd --diagnostics short").err,
              "error: unknown format \"pfd\"\n"
              "a: error: cannot be read: No such file or directory\n");
}

TEST_F(WholeProgram, ListsFontsAndFailsWhenACharacterIsMissing) {
    const ProgramRun complete = run("fonts planets.json");
    EXPECT_EQ(complete.code, 0);
    EXPECT_THAT(complete.out, HasSubstr("en        Noto Sans bold"));
    EXPECT_EQ(complete.err, "");
    replace("Saturn", "\U0001F9FF");
    const ProgramRun incomplete = run("fonts planets.json");
    EXPECT_EQ(incomplete.code, 1);
    EXPECT_THAT(incomplete.out, HasSubstr("U+1F9FF"));
    EXPECT_THAT(incomplete.err, HasSubstr("no font of the manifest has U+1F9FF"));
}

TEST_F(WholeProgram, TellsWrongUseFromWrongInput) {
    EXPECT_EQ(run("check none.json").code, 1);
    EXPECT_EQ(run("check").code, 2);
    EXPECT_EQ(run("build a -o '{x}'").code, 2);
}

TEST_F(WholeProgram, IsQuietWhenAsked) {
    EXPECT_EQ(run("build planets.json -l plain -o out.pdf -q").out, "");
}

TEST_F(WholeProgram, GivesTheSameBytesEverywhere) {
    run("build planets.json -l plain -f pdf,svg,png -o 'a.{ext}'");
    run("build '" + (folder / "planets.json") + "' -l plain -f pdf,svg,png -o '" +
            (folder / "b.{ext}") + "'",
        "TZ=Pacific/Auckland LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 HOME=/nowhere "
        "FONTCONFIG_FILE=/dev/null ");
    for (const char* extension : {"pdf", "svg", "png"}) {
        EXPECT_EQ(folder.read(std::string("a.") + extension),
                  folder.read(std::string("b.") + extension));
    }
}

TEST_F(WholeProgram, GivesTheSameBytesFromAnotherFolder) {
    run("build planets.json -l plain -o a.pdf");
    const testing::TemporaryFolder elsewhere;
    run("build '" + (folder / "planets.json") + "' -l plain -o '" + (folder / "b.pdf") + "'",
        "cd '" + elsewhere.path() + "'; ");
    EXPECT_EQ(folder.read("a.pdf"), folder.read("b.pdf"));
}

TEST_F(WholeProgram, TakesTheDateFromTheEnvironment) {
    run("build planets.json -l plain -o a.pdf", "SOURCE_DATE_EPOCH=86400 ");
    run("build planets.json -l plain -o b.pdf --creation-timestamp 86400");
    run("build planets.json -l plain -o c.pdf");
    EXPECT_EQ(folder.read("a.pdf"), folder.read("b.pdf"));
    EXPECT_NE(folder.read("a.pdf"), folder.read("c.pdf"));
}

TEST_F(WholeProgram, LeavesOldOutputsAloneWhenItFails) {
    folder.write("out.pdf", "old");
    folder.write("out.svg", "old");
    replace("\"Saturn\"", "7");
    EXPECT_EQ(run("build planets.json -l plain -f pdf,svg -o 'out.{ext}'").code, 1);
    EXPECT_EQ(folder.read("out.pdf"), "old");
    EXPECT_EQ(folder.read("out.svg"), "old");
}

TEST_F(WholeProgram, SaysWhereJsonBreaks) {
    replace("\"language\"", "language");
    EXPECT_THAT(error_of_build(), StartsWith("1\nplanets.json:1:"));
}

TEST_F(WholeProgram, SuggestsTheKeyThatWasMeant) {
    replace("\"title\": \"Planets\"", "\"titel\": 1, \"title\": \"Planets\"");
    EXPECT_EQ(error_of_build(),
              "1\nplanets.json:1:50: error: /titel: unknown key \"titel\"\n  hint: did you mean "
              "\"title\"?\n");
}

TEST_F(WholeProgram, RefusesCellsOnTopOfEachOther) {
    replace("\"Saturn\"", "{\"names\": [\"Saturn\"], \"colspan\": 2}");
    EXPECT_EQ(error_of_build(),
              "1\nplanets.json:5:112: error: /sections/0/rows/0/rings: cell \"rings\" of row "
              "\"saturn\" stands "
              "where cell \"planet\" of row \"saturn\" already is\n");
}

TEST_F(WholeProgram, SaysWhereItLookedForASymbol) {
    replace("\"symbol\": \"yes\"", "\"symbol\": \"yess\"");
    const std::string error = error_of_build();
    EXPECT_THAT(error, ::testing::StartsWith("1\nplanets.json:2:75: error: "
                                             "/values/rings/values/yes/symbol: there is no symbol "
                                             "\"yess\"\n"
                                             "  hint: did you mean \"yes\"?\n"
                                             "  hint: known symbols: yes, "));
    EXPECT_THAT(error, ::testing::EndsWith("  hint: looked for symbols/yess.svg, "
                                           "layouts/symbols/yess.svg, " BROADSIDE_SOURCE_DIR
                                           "/layouts/symbols/yess.svg\n"));
}

TEST_F(WholeProgram, SaysWhichNotesThereAre) {
    replace("\"rings\": \"yes\"", "\"rings\": {\"value\": \"yes\", \"notes\": [\"B\"]}");
    EXPECT_THAT(error_of_build(),
                StartsWith("1\nplanets.json:5:112: error: /sections/0/rows/0/rings/notes/0: "
                           "expected the id of a note, got \"B\"\n"));
}

TEST_F(WholeProgram, BreaksAWordThatNoColumnHoldsWithAWarning) {
    replace("Saturn\"", std::string(80, 'M') + "\"");
    const std::string error = error_of_build();
    EXPECT_THAT(error, StartsWith("0\nplanets.json:5:"));
    EXPECT_THAT(error, HasSubstr(": warning: [en] /sections/0/rows/0/planet"));
    EXPECT_THAT(error, HasSubstr("is broken inside: it needs "));
    EXPECT_THAT(error, HasSubstr(" mm and column \"planet\" has "));
}

TEST_F(WholeProgram, NamesTheColumnThatIsTooWide) {
    folder.write("layouts/plain.json", R"({"format": 1, "name": "plain", "blocks": [
        {"kind": "table", "columns": {"planet": {"width": "200mm"}, "rings": {"width": "1fr"}}}]})");
    replace("\"title\": \"Rings\"", "\"title\": \"Ringed\"");
    const std::string error = error_of_build();
    EXPECT_THAT(error, StartsWith("3\nlayouts/plain.json: error: the table of 2 columns is "));
    EXPECT_THAT(
        error, HasSubstr("wider than its page allows\n  hint: column \"planet\" is 200.0 mm wide"));
    EXPECT_THAT(error, HasSubstr("\n  hint: column \"rings\" cannot be narrower than "));
    EXPECT_THAT(error, HasSubstr(": \"Ringed\" in its head\n"));
}

TEST_F(WholeProgram, NamesTheSymbolThatIsTooWide) {
    folder.write("layouts/plain.json", R"({"format": 1, "name": "plain", "blocks": [
        {"kind": "table"}], "page": {"size": "A5"}, "symbols": {"cell": "900pt"}})");
    EXPECT_THAT(error_of_build(), HasSubstr("\n  hint: column \"rings\" cannot be narrower than "
                                            "192.6 mm: its symbol in row \"saturn\"\n"));
}

TEST_F(WholeProgram, WantsARow) {
    replace("{\"id\": \"saturn\", \"planet\": \"Saturn\", \"rings\": \"yes\"}", "");
    EXPECT_EQ(error_of_build(),
              "1\nplanets.json:5:15: error: /sections: expected at least one row, got none\n");
}

TEST_F(WholeProgram, RefusesMoreColumnsThanAPageHolds) {
    std::string columns;
    for (int index = 0; index < 500; ++index) {
        columns +=
            "{\"id\": \"c" + std::to_string(index) + "\", \"kind\": \"plain\", \"title\": \"\"}, ";
    }
    replace("\"columns\": [", "\"columns\": [" + columns);
    EXPECT_THAT(error_of_build(),
                HasSubstr("/columns/256: expected at most 256 columns, got 502\n"));
}

TEST_F(WholeProgram, SuggestsTheLayoutThatWasMeant) {
    const ProgramRun ran = run("build planets.json -l plian");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, StartsWith("error: unknown layout \"plian\"\n"
                                    "  hint: did you mean \"plain\"?\n"
                                    "  hint: known: "));
}

TEST_F(WholeProgram, SaysThatOutputCannotBeWritten) {
    folder.write("file", "");
    const ProgramRun ran = run("build planets.json -l plain -o file/out.pdf");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err, "file/out.pdf: error: cannot be written: Not a directory\n");
}

// The image is larger than a pipe holds, so that a reader that is slow to go away is noticed too.
TEST_F(WholeProgram, SurvivesAReaderThatGoesAway) {
    run("build planets.json -l plain -f png -o - --ppi 300 2> error.txt | { exec 0<&-; }");
    EXPECT_EQ(folder.read("error.txt"), "<stdout>: error: cannot be written: Broken pipe\n");
}

TEST_F(WholeProgram, NeverWritesMessagesIntoItsFiles) {
    const ProgramRun ran = run("build planets.json -l plain -o out.pdf >&- 2>&-");
    EXPECT_EQ(ran.code, 1);
    run("build planets.json -l plain -o good.pdf");
    EXPECT_EQ(folder.read("out.pdf"), folder.read("good.pdf"));
}

}  // namespace
}  // namespace broadside::cli
