#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "support/cards.hpp"

// Records that machines share out, each of which reads what its own say and no more.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ProgramRun;

std::multiset<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::multiset<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.insert(line);
    return lines;
}

class RecordShards : public testing::RecordsTest {
protected:
    static constexpr int kParts = 3;

    /// What all parts tell; their files lie in out/, one manifest beside them.
    std::string build_parts(const std::string& records, const std::string& options,
                            const std::string& file) const {
        std::string told;
        for (int part = 1; part <= kParts; ++part)
            told +=
                build(records,
                      options + " --shard " + std::to_string(part) + "/" + std::to_string(kParts),
                      file)
                    .err;
        run("manifest merge out/manifest-1-of-3.json out/manifest-2-of-3.json "
            "out/manifest-3-of-3.json");
        return told;
    }

    /// By name, without the parts' manifests.
    std::string files() const {
        std::string all;
        for (const std::string& name : folder.names()) {
            if (name.starts_with("out/") && name.find("-of-3") == name.npos)
                all += name + "\n" + folder.read(name);
        }
        return all;
    }
};

TEST_F(RecordShards, MakeTogetherWhatOneRunMakes) {
    const struct {
        const char* file;
        const char* text;
    } kSame[] = {{"r.csv",
                  "id,name,dose,room\r\n,,,\r\na,\"Ann, \"\"A\"\"\nB\",1.50,\r\n\r\n"
                  "b,Ben,2,North\r\nc,Cleo,3,\r\nd,Dan,,\"S\"\r\n"},
                 {"r.ndjson",
                  "{\"id\": \"a\", \"name\": \"Ann\"}\n\n{\"name\": \"Ben\", \"room\": \"N\", "
                  "\"id\": \"b\"}\n{\"id\": \"c\", \"name\": \"Cleo\", \"dose\": 3}\n"},
                 {"r.json",
                  "[{\"id\": \"a\", \"name\": \"An\\u00e9 ]\"}, // }\n {\"name\": \"Ben\", "
                  "\"room\": \"N\", \"id\": \"b\"}, {\"id\": \"c\", \"name\": \"C\\\"}\"}]"},
                 {"r.yaml", "- id: a\n  name: Ann\n- id: b\n  name: Ben\n  dose: 1\n"}};
    folder.write("cards/locales/de.json", R"({"format": 1, "language": "de",
        "translates": "cards", "subtitle": "Zimmer {room}, ab {day}"})");
    for (const auto& [file, text] : kSame) {
        for (const char* options : {"-f html", "-f html,svg --lang en,de"}) {
            const std::string pattern =
                std::string(options) + " -o 'out/{record}-{lang}.{ext}' --force";
            build(text, pattern, file);
            const std::string whole = files();
            std::filesystem::remove_all(folder / "out");
            EXPECT_THAT(build_parts(text, pattern, file), Not(HasSubstr("error"))) << file;
            EXPECT_EQ(files(), whole) << file << options;
            std::filesystem::remove_all(folder / "out");
        }
    }
}

TEST_F(RecordShards, TellOfEachMistakeInThePartThatHasTheRecord) {
    const std::string records =
        "id,name,dose\n"
        "a,Ann,abc\n"
        "b,,1\n"
        "c,Cleo\n"
        "../d,Dan,1\n"
        "e,Eve,1\n"
        "e,Eva,1\n"
        "f,Fay,1e3\n"
        "g,Gus,3\n";
    const ProgramRun whole = build(records, "-f html --force");
    EXPECT_THAT(made(), ElementsAre("e.html", "g.html"));
    std::filesystem::remove_all(folder / "out");
    EXPECT_EQ(lines_of(build_parts(records, "-f html", "r.csv")), lines_of(whole.err));
    EXPECT_THAT(made(), ElementsAre("e.html", "g.html"));
}

TEST_F(RecordShards, HaveSheetsOfAllRecordsInOnePart) {
    const std::string per_sheet = R"("page": {"per_sheet": {}, )";
    replace_in("cards/layouts/card.json", "\"page\": {", per_sheet);
    const std::string records = "id,name\na,Ann\nb,Ben\nc,Cleo\n";
    build(records, "-f pdf -o 'out/all.{ext}' --manifest out/manifest.json");
    const std::string whole = folder.read("out/all.pdf");
    ASSERT_THAT(whole, Not(IsEmpty()));
    std::filesystem::remove_all(folder / "out");
    for (int part = 1; part <= 2; ++part)
        build(records, "-f pdf -o 'out/all.{ext}' --shard " + std::to_string(part) + "/2");
    EXPECT_EQ(folder.read("out/all.pdf"), whole);
}

TEST_F(RecordShards, AreTheSameWhateverIsWrongWithOthers) {
    // A key is its record's, whether or not the rest of it is right.
    const ProgramRun ran = build("id,name,dose\na,Ann,abc\na,Ben,1\nc,Cleo,1\n");
    EXPECT_THAT(made(), ElementsAre("c.html"));
    EXPECT_THAT(ran.err, AllOf(HasSubstr("r.csv:2:7: error: dose: expected a number"),
                               HasSubstr("r.csv:3:1: error: expected a key of its own, and \"a\" "
                                         "is that of line 2 too")));
}

}  // namespace
}  // namespace broadside::cli
