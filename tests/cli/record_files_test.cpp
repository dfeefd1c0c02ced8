#include <gmock/gmock.h>

#include "support/cards.hpp"

// Files of records, well written or not, as the built program reads them.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::ProgramRun;
using ::testing::StartsWith;

class RecordFiles : public testing::RecordsTest {};

TEST_F(RecordFiles, AreTheSameInEverySyntax) {
    build("id,name,dose\na,\"Ann, \"\"B\"\"\",1.50\n");
    const std::string first = page("a");
    EXPECT_THAT(first, HasSubstr("Own Ann, &quot;B&quot;"));
    const struct {
        const char* file;
        const char* text;
    } kSame[] = {
        {"r.csv",
         "\xEF\xBB\xBF"
         "dose;name;id\r\n;;\r\n\r\n1.50;\"Ann, \"\"B\"\"\";a"},
        {"r.tsv", "id\tname\tdose\na\tAnn, \"B\"\t1.50\n"},
        {"r.ndjson", "\n{\"id\": \"a\", \"name\": \"Ann, \\\"B\\\"\", \"dose\": 1.50}\n\n"},
        {"r.json",
         "[{\"id\": \"a\", \"name\": \"Ann, \\\"B\\\"\", \"dose\": \"1.50\",\n"
         "  \"room\": null}]"},
        {"r.yaml", "- id: a\n  name: Ann, \"B\"\n  dose: 1.50\n"},
        {"r", "{\"id\": \"a\", \"name\": \"Ann, \\\"B\\\"\", \"dose\": 1.50}"}};
    for (const auto& [file, text] : kSame) {
        folder.write("out/a.html", "");
        const ProgramRun ran = build(text, "-f html --force", file);
        EXPECT_EQ(ran.err, "") << file;
        EXPECT_EQ(page("a"), first) << file;
    }
}

TEST_F(RecordFiles, ComeThroughAPipe) {
    const ProgramRun ran = run("build cards -l card -f html -o 'out/{record}.html' --records -",
                               "printf 'id,name\\na,Ann\\n' |");
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(page("a"), HasSubstr("Own Ann"));
    EXPECT_THAT(
        run("build cards -l card -f html -o - --records -", "printf 'id,name\\na,Ann\\n' |").out,
        HasSubstr("Own Ann"));
}

TEST_F(RecordFiles, AreToldWithTheirLinesAndLeaveTheOthersAlone) {
    const ProgramRun ran = build(
        "id,name,dose,phone\n"
        "a,Ann,abc,1\n"
        "b,,1,1\n"
        "c,Cleo\n"
        "../d,Dan,1,1\n"
        "e,Eve,1,1\n"
        "e,Eva,1,1\n"
        "f,Fay,1e3,1\n"
        "g,Gus,3,1\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(made(), ElementsAre("e.html", "g.html"));
    EXPECT_EQ(ran.err,
              R"(r.csv:1:14: warning: the dataset has no field "phone", and it is left out
  hint: fields: id, name, room, day, dose, remark, site, rings
r.csv:2:7: error: dose: expected a number, got "abc"
  hint: write it as 1234.50
r.csv:3:1: error: name: expected a value, got none
r.csv:4:1: error: expected 4 values, got 2
r.csv:5:1: error: expected a key that may be a part of a file's name, got "../d"
  hint: at most 150 bytes, without / \ : * ? " < > |, without a point or a space at an end, and no device of Windows
r.csv:7:1: error: expected a key of its own, and "e" is that of line 6 too
r.csv:8:7: error: dose: expected a number, got "1e3"
  hint: write it as 1234.50
)");
    EXPECT_THAT(ran.out, EndsWith("2 written, 0 unchanged, 6 failed: en card r.csv:2, en card "
                                  "r.csv:3, en card r.csv:4, en card r.csv:5, en card r.csv:7, en "
                                  "card r.csv:8\n"));
}

TEST_F(RecordFiles, AreToldOfAllThatIsWrongWithARecord) {
    const ProgramRun ran = build(
        "id,name,dose,day\n"
        "a,Ann,1,\n"
        "a,,abc,soon\n"
        "b/,Ben,abc,\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(made(), ElementsAre("a.html"));
    EXPECT_THAT(
        ran.err,
        AllOf(HasSubstr("r.csv:3:4: error: dose: "), HasSubstr("r.csv:3:8: error: day: "),
              HasSubstr("r.csv:3:1: error: name: expected a value, got none\n"),
              HasSubstr("r.csv:3:1: error: expected a key of its own, and \"a\" is that of line 2"),
              HasSubstr("  hint: and 1 more like it: 4:8\n"),
              HasSubstr("r.csv:4:1: error: expected a key that may be a part of a file's name, got "
                        "\"b/\"")));
    // What cannot be read may be a key.
    replace_in("cards/dataset.json", "{\"key\": true}",
               "{\"key\": true, \"required\": true, \"type\": \"number\"}");
    const ProgramRun keys = build("id,name\n,Ann\nx,Ben\n");
    EXPECT_THAT(keys.err, StartsWith("r.csv:2:1: error: id: expected a value, got none\n"
                                     "r.csv:3:1: error: id: expected a number, got \"x\"\n"));
    EXPECT_THAT(keys.err, Not(HasSubstr("a key")));
}

TEST_F(RecordFiles, HaveKeysThatNameFilesOfTheirOwnOnEverySystem) {
    const ProgramRun ran = build("id,name\nn1,Ann\nN1,Ben\ncaf\u00E9,Cleo\ncafe\u0301,Dan\n");
    EXPECT_THAT(made(), ElementsAre("caf\u00E9.html", "n1.html"));
    EXPECT_THAT(ran.err, StartsWith("r.csv:3:1: error: expected a key of its own, and \"N1\" is "
                                    "that of line 2 too\n  hint: \"n1\" and it name one file"));
    EXPECT_THAT(ran.err, HasSubstr("r.csv:5:1: error: expected a key of its own"));
    EXPECT_THAT(build("id,name\n\u03BF\u03B4\u03CC\u03C2,A\n\u039F\u0394\u038C\u03A3,B\n").err,
                HasSubstr("a key of its own"));
    EXPECT_EQ(build("id,name\n\u0130,Ann\ni,Ben\n").err, "");
}

TEST_F(RecordFiles, AreReadUpToAQuoteThatIsNeverClosed) {
    const ProgramRun ran = build("id;name;dose\na;Ann;1,5\nb;\"Ben;2,5\nc;Cleo;2,5\n");
    EXPECT_THAT(made(), ElementsAre("a.html"));
    EXPECT_THAT(ran.err, StartsWith("r.csv:3:3: error: expected quotes to be closed"));
}

TEST_F(RecordFiles, OfJsonAreToldWithTheirLines) {
    const ProgramRun lines = build(
        "{\"id\": \"a\", \"name\": \"Ann\"}\n{\"id\": \"b\",\n[]\n"
        "{\"id\": \"c\", \"name\": [\"Cleo\"]}\n{\"id\": \"d\", \"nme\": \"Dan\"}\n",
        "-f html", "r.ndjson");
    EXPECT_EQ(lines.code, 1);
    EXPECT_THAT(made(), ElementsAre("a.html"));
    EXPECT_THAT(lines.err,
                AllOf(HasSubstr("r.ndjson:2:"), HasSubstr("r.ndjson:3:1: error: "),
                      HasSubstr("r.ndjson:4:21: error: expected a string or a number, got an "
                                "array\n"),
                      HasSubstr("the dataset has no field \"nme\", and it is left out\n"
                                "  hint: did you mean \"name\"?\n"),
                      HasSubstr("r.ndjson:5:1: error: name: expected a value, got none\n")));
    const ProgramRun list = build("[{\"id\": \"a\", \"name\": \"Ann\"},\n {\"id\": \"b\"}, 3]",
                                  "-f html --force", "r.json");
    EXPECT_THAT(
        list.err,
        AllOf(HasSubstr("r.json:2:2: error: /1: name: expected a value, got none\n"),
              HasSubstr("r.json:2:15: error: /2: expected a record, as an object, got 3\n")));
    const ProgramRun broken = build("[{\"id\": \"a\", ", "-f html", "r.json");
    EXPECT_EQ(broken.code, 1);
    EXPECT_THAT(broken.err, HasSubstr("r.json:1:"));
}

TEST_F(RecordFiles, ThatAreNoTextAreTold) {
    const auto errors = [&](const std::string& records) {
        const ProgramRun ran = build(records);
        EXPECT_EQ(ran.code, 1);
        return ran.err;
    };
    EXPECT_EQ(errors("id,name\na,Ann\nb,\"Ben\nc,Cleo\n"),
              "r.csv:3:3: error: expected quotes to be closed, got the end of the file\n"
              "  hint: what follows them is no record either\n");
    EXPECT_THAT(made(), ElementsAre("a.html"));
    EXPECT_EQ(errors("id,name\nb,\"Ben\"s\n"),
              "r.csv:2:8: error: expected the value to end behind its quotes\n"
              "  hint: write a quote inside of quotes twice\n");
    EXPECT_EQ(errors(std::string("id,name\nb,B\0n\n", 14)),
              "r.csv:2:3: error: expected UTF-8 without null bytes\n"
              "  hint: in a spreadsheet, save it as \"CSV UTF-8\"\n");
    EXPECT_EQ(errors(std::string("id,name\nb,B\xFF\0n\n", 15)),
              "r.csv:2:3: error: expected UTF-8 without null bytes\n"
              "  hint: in a spreadsheet, save it as \"CSV UTF-8\"\n");
    EXPECT_EQ(errors("PK\x03\x04"),
              "r.csv: error: expected records, got a workbook or an archive\n"
              "  hint: in a spreadsheet, save it as \"CSV UTF-8\"\n");
    EXPECT_EQ(errors("id,name\nb,B\u202En\n"),
              "r.csv:2:3: error: name: expected text, got the override of direction U+202E\n");
    EXPECT_EQ(errors(""), "r.csv: error: expected records, got an empty file\n");
    EXPECT_EQ(errors("id,name\n"), "r.csv: error: expected at least one record, got none\n");
    EXPECT_EQ(errors("id\na\n"), "r.csv:1:1: error: expected a column \"name\", got none\n");
    EXPECT_EQ(errors("id,name,name\na,b,c\n"), "r.csv:1:9: error: duplicate column \"name\"\n");
    EXPECT_THAT(errors("id,name,name@!\na,b,c\n"),
                HasSubstr("expected a language behind @, got \"name@!\""));
}

TEST_F(RecordFiles, MayBeInTheEncodingOfASpreadsheet) {
    const ProgramRun ran = build("id;name\na;Andr\xE9 de la C\xF4te\nb;L\xE9on et Chlo\xE9\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err,
              "r.csv: warning: is not UTF-8: read as windows-1252\n"
              "  hint: if letters come out wrong, save it as \"CSV UTF-8\" in the spreadsheet\n");
    EXPECT_THAT(page("a"), HasSubstr("Own André de la Côte"));
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("id\tname\nc\tAnn\n")) utf16 += {c, '\0'};
    EXPECT_EQ(build(utf16).err, "");
    EXPECT_THAT(page("c"), HasSubstr("Own Ann"));
    EXPECT_THAT(build("{\"id\": \"d\", \"name\": \"Andr\xE9\"}\n", "-f html", "r.ndjson").err,
                HasSubstr("r.ndjson:1:"));
    EXPECT_THAT(build("[id;name\na;Andr\xE9\n").err, HasSubstr("r.csv: warning: is not UTF-8"));
}

TEST_F(RecordFiles, OfAMillionColumnsAreToldAtOnce) {
    const std::string many(1000000, ',');
    EXPECT_THAT(build("id,name" + many + "\na,Ann\n").err,
                HasSubstr("error: expected at most 256 columns, got 1000002\n"));
    EXPECT_EQ(build("id,name\na,Ann" + many + "\n").err,
              "r.csv:2:1: error: expected 2 values, got 1000002\n");
}

TEST_F(RecordFiles, KeysMayBePartsOfNames) {
    const std::string long_key(151, 'k');
    for (const std::string& key :
         {std::string("."), std::string(".."), std::string("a/b"), std::string("a\\b"),
          std::string("nul"), std::string("COM1.txt"), std::string("a:b"), std::string("a."),
          std::string(".a"), long_key}) {
        const ProgramRun ran = build("id,name\n" + key + ",Ann\nok,Ben\n");
        EXPECT_THAT(ran.err, StartsWith("r.csv:2:1: error: expected a key that may be a part of"))
            << key;
        EXPECT_THAT(made(), ElementsAre("ok.html")) << key;
    }
    build("id,name\nКлиника 1 (é),Ann\n");
    EXPECT_THAT(page("Клиника 1 (é)"), HasSubstr("Own Ann"));
}

TEST_F(RecordFiles, WithoutAKeyAreNamedByTheirLines) {
    replace_in("cards/dataset.json", "{\"key\": true}", "{\"default\": \"x\"}");
    build("name\nAnn\nBen\n");
    EXPECT_THAT(made(), ElementsAre("2.html", "3.html"));
    folder.write("r.json", "[{\"name\": \"Ann\"}, {\"name\": \"Ben\"}]");
    run("build cards -l card -f html -o 'out/n{record}.html' --records r.json");
    EXPECT_THAT(page("n2"), HasSubstr("Own Ben"));
}

}  // namespace
}  // namespace broadside::cli
