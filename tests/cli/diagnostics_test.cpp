#include <gmock/gmock.h>

#include "support/passages.hpp"
#include "support/program.hpp"

/// What the program says of files that are wrong, as whoever runs it sees it.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::replaced;

class Diagnostics : public testing::ProgramTest {
protected:
    std::string check_plain() const {
        return run("check planets.json -l plain --diagnostics short").err;
    }
};

TEST_F(Diagnostics, ObeyNothingThatStandsInAFile) {
    replace("\"title\": \"Planets\"", "\"ti\\u001b[2J\\u202etle\": \"x\", \"title\": \"P\"");
    const auto human = run("check planets.json");
    EXPECT_EQ(human.code, 1);
    EXPECT_THAT(human.err,
                AllOf(HasSubstr(R"(/ti\u001b[2J\u202etle: unknown key "ti\u001b[2J\u202etle")"),
                      Not(HasSubstr("\x1b")), Not(HasSubstr("\u202e"))));
    const auto brief = run("check planets.json --diagnostics short");
    EXPECT_THAT(brief.err, Not(HasSubstr("\x1b")));
    const auto json = run("check planets.json --diagnostics json");
    EXPECT_THAT(json.err, HasSubstr("unknown key \\\"ti\\u001b[2J\u202etle\\\""));
}

TEST_F(Diagnostics, ObeyNothingThatStandsInAName) {
    const auto missing = run("check \"$(printf 'e\\033x\\377')\"");
    EXPECT_THAT(missing.err, HasSubstr(R"(e\u001bx\xff: error: cannot be read)"));
    const auto built = run("build planets.json -l plain -o \"$(printf 'o\\033]0;v\\007.svg')\"");
    EXPECT_EQ(built.code, 0);
    EXPECT_THAT(built.out, AllOf(HasSubstr(R"(o\u001b]0;v\u0007.svg)"), Not(HasSubstr("\x1b"))));
}

std::string rows(std::size_t count) {
    std::string rows;
    for (std::size_t i = 0; i < count; ++i)
        rows += "{\"id\": \"r" + std::to_string(i) + "\",\n\"rings\": \"maybe\"}, ";
    return rows;
}

TEST_F(Diagnostics, TellEqualProblemsOnceWithTheirNumber) {
    replace("{\"id\": \"saturn\"", rows(1622) + "{\"id\": \"saturn\"");
    EXPECT_EQ(run("check planets.json").err,
              "planets.json:6:10: error: /sections/0/rows/0/rings: expected the id of a value, "
              "got \"maybe\"\n"
              "  hint: known: yes\n"
              "  hint: and 1621 more like it: 7:10, 8:10, 9:10, 10:10, 11:10, …\n");
    EXPECT_EQ(run("check planets.json --diagnostics short").err,
              "planets.json:6:10: error: /sections/0/rows/0/rings: expected the id of a value, "
              "got \"maybe\" (and 1621 more)\n");
    EXPECT_THAT(
        run("check planets.json --diagnostics json").err,
        HasSubstr(R"(,"hints":["known: yes"],"count":1622,"more":[{"line":7,"column":10},)"));
}

TEST_F(Diagnostics, TellOfUnknownIdsBesideMisspeltKeys) {
    replace("\"title\": \"Planets\"",
            "\"titel\": \"Planets\", \"notes\": [{\"id\": \"a\", \"text\": \"A\"}]");
    replace("\"values\": \"rings\"", "\"values\": \"ring\"");
    replace("\"planet\": \"Saturn\"",
            "\"planet\": {\"names\": [\"Saturn\"], \"notes\": [\"b\"]}, \"band\": \"best\"");
    const auto ran = run("check planets.json -l plain");
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr("unknown key \"titel\""), HasSubstr("missing key \"title\""),
                      HasSubstr("expected the id of a vocabulary, got \"ring\""),
                      HasSubstr("expected the id of a note, got \"b\""),
                      HasSubstr("expected the id of a band, got \"best\"")));
}

TEST_F(Diagnostics, DrawNoConclusionsFromWhatCannotBeRead) {
    replace("\"title\": \"Planets\"",
            "\"title\": \"Planets\", \"nots\": [{\"id\": \"a\", \"text\": \"A\"}]");
    replace("{\"values\": {\"yes\"", "{\"valuess\": {\"yes\"");
    replace("\"planet\": \"Saturn\"", "\"planet\": {\"names\": [\"Saturn\"], \"notes\": [\"a\"]}");
    const auto ran = run("check planets.json -l plain --diagnostics short");
    EXPECT_EQ(ran.err,
              "planets.json:1:70: error: /nots: unknown key \"nots\"\n"
              "planets.json:2:23: error: /values/rings: missing key \"values\"\n"
              "planets.json:2:24: error: /values/rings/valuess: unknown key \"valuess\"\n");
}

constexpr char kLostLayout[] = R"({"format": 1, "name": "plain",
  "blocks": [{"kind": "table", "sections": ["al"], "select": ["planet", "ring"],
              "columns": {"moons": {}}},
             {"kind": "text", "ref": "intro"}]})";

const auto kLostIds = AllOf(HasSubstr("plain.json:2:45: error: /blocks/0/sections/0: expected the "
                                      "id of a section, got \"al\"\n"),
                            HasSubstr("expected the id of a column, got \"ring\"\n"),
                            HasSubstr("expected the id of a column, got \"moons\"\n"),
                            HasSubstr("expected the id of a text, got \"intro\"\n"));

TEST_F(Diagnostics, TellOfUnknownIdsBesideAMisspeltKeyOfALayout) {
    folder.write("layouts/plain.json",
                 replaced(kLostLayout, "\"moons\": {}", "\"moons\": {\"with\": 1}"));
    EXPECT_THAT(check_plain(), AllOf(HasSubstr("unknown key \"with\""), kLostIds));
}

TEST_F(Diagnostics, TellOfUnknownIdsOfALayoutBesideADatasetWithErrors) {
    folder.write("layouts/plain.json", kLostLayout);
    replace("\"id\": \"all\"", "\"id\": \"all\", \"titel\": \"All\"");
    EXPECT_THAT(check_plain(), AllOf(HasSubstr("unknown key \"titel\""), kLostIds));
}

TEST_F(Diagnostics, TellOfUnknownIdsOfALayoutWithoutFonts) {
    folder.write("layouts/plain.json", kLostLayout);
    folder.write("fonts.json", "{");
    const auto ran =
        run("check planets.json -l plain --font-manifest fonts.json --diagnostics short");
    EXPECT_THAT(ran.err, AllOf(HasSubstr("fonts.json:1:"), kLostIds));
}

TEST_F(Diagnostics, KnowWhatADatasetWithErrorsDefines) {
    folder.write("layouts/plain.json", R"({"format": 1, "name": "plain",
  "blocks": [{"kind": "table", "sections": ["all"], "select": ["rings"], "columns": {"rings": {}}},
             {"kind": "text", "ref": "intro"}]})");
    replace("\"id\": \"all\"", "\"id\": \"all\", \"titel\": \"All\"");
    replace("\"kind\": \"symbol\"", "\"kind\": \"symbols\"");
    replace("\"title\": \"Planets\"", "\"title\": \"Planets\", \"texts\": {\"intro\": 1}");
    const std::string told = check_plain();
    EXPECT_THAT(told, AllOf(HasSubstr("titel"), HasSubstr("symbols"), HasSubstr("/texts/intro")));
    EXPECT_THAT(told, Not(HasSubstr("plain.json")));
}

TEST_F(Diagnostics, DrawNoConclusionsForALayoutFromADatasetThatCannotBeRead) {
    folder.write("layouts/plain.json", kLostLayout);
    replace("\"sections\"", "\"section\"");
    replace("\"id\": \"planet\"", "\"name\": \"planet\"");
    replace("\"title\": \"Planets\"", "\"title\": \"Planets\", \"text\": {\"a\": \"A\"}");
    EXPECT_THAT(check_plain(), Not(HasSubstr("plain.json")));
}

TEST_F(Diagnostics, SayOfAWordThatIsNoIdThatItIsNone) {
    folder.write("layouts/plain.json",
                 replaced(replaced(kLostLayout, "\"al\"", "\"a b\", 7, \"all\", \"all\""),
                          "\"intro\"", "\"in tro\""));
    const std::string told = check_plain();
    EXPECT_THAT(told, AllOf(HasSubstr("expected an id, got \"a b\""),
                            HasSubstr("expected an id, got 7"), HasSubstr("duplicate id \"all\""),
                            HasSubstr("expected an id, got \"in tro\"")));
    EXPECT_THAT(told, AllOf(Not(HasSubstr("id of a section")), Not(HasSubstr("id of a text")),
                            Not(HasSubstr("each section once"))));
}

TEST_F(Diagnostics, TellOfUnknownIdsBesideMisspeltKeysOfALocale) {
    const auto told = [&](const std::string& locale) {
        folder.write("locales/de.json", locale);
        return run("check planets.json -l plain --lang de --diagnostics short").err;
    };
    constexpr char kLocale[] = R"({"format": 1, "language": "de", "translates": "planets",
  "titel": "Planeten", "columns": {"planet": {"title": "Planet"}, "moons": {"title": "Monde"}}})";
    constexpr char kUnknown[] =
        "locales/de.json:2:86: warning: /columns/moons/title: the dataset has no text "
        "\"columns/moons/title\"\n";
    EXPECT_THAT(told(kLocale), AllOf(HasSubstr("unknown key \"titel\""), HasSubstr(kUnknown),
                                     Not(HasSubstr("columns/planet"))));
    EXPECT_THAT(told(replaced(kLocale, "\"titel\"", "\"title\"")), HasSubstr(kUnknown));
    EXPECT_THAT(
        told(replaced(kLocale, "\"planets\"", "\"moons\"")),
        AllOf(HasSubstr("unknown key \"titel\""),
              HasSubstr("expected the dataset's id \"planets\""), Not(HasSubstr(kUnknown))));
}

TEST_F(Diagnostics, TellOfLocalesAndSymbolsBesideADatasetWithErrors) {
    replace("\"title\": \"Planets\"", "\"titel\": \"Planets\"");
    replace("\"symbol\": \"yes\"", "\"symbol\": \"yess\"");
    folder.write("locales/de.json", R"({"format": 1, "language": "de",
 "translates": "planets", "titel": "Planeten"})");
    for (const std::string layout : {"", " -l plain"}) {
        const auto ran = run("check planets.json --lang all" + layout);
        EXPECT_THAT(ran.err, AllOf(HasSubstr("planets.json:1:"), HasSubstr("unknown key \"titel\""),
                                   HasSubstr("locales/de.json:2:"),
                                   HasSubstr("there is no symbol \"yess\"")));
    }
}

/// So many jobs that all name the same layout, which is not there.
std::string wrong_jobs(std::size_t count) {
    std::string jobs;
    for (std::size_t i = 0; i < count; ++i)
        jobs += R"({"dataset": "planets.json", "layout": "plane"},)"
                "\n";
    return "{\"format\": 1, \"jobs\": [\n" + jobs.substr(0, jobs.size() - 2) + "]}";
}

TEST_F(Diagnostics, TellEqualMistakesOfJobsOnce) {
    folder.write("broadside.json", wrong_jobs(200));
    const auto ran = run("build --diagnostics short");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err,
              "broadside.json:2:39: error: /jobs/0/layout: unknown layout \"plane\" (and 199 "
              "more)\n");
}

TEST_F(Diagnostics, DrawNoConclusionsFromMisspeltKeysOfJobs) {
    folder.write("broadside.json", R"({"format": 1, "jobs": [
{"dataset": "planets.json", "laoyut": "plain"},
{"dataset": "planets.json", "laoyut": "plain"},
{"dataset": "planets.json"}]})");
    const auto ran = run("build --diagnostics short");
    EXPECT_EQ(ran.err,
              "broadside.json:2:29: error: /jobs/0/laoyut: unknown key \"laoyut\" (and 1 more)\n"
              "broadside.json:4:1: error: /jobs/2: expected a layout, as in \"layout\": "
              "\"flyer-a4\"\n");
}

}  // namespace
}  // namespace broadside::cli
