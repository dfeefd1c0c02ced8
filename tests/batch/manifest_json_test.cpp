#include "broadside/batch/manifest.hpp"

#include <gmock/gmock.h>

#include "broadside/load/load.hpp"

namespace broadside::batch {
namespace {

using ::testing::HasSubstr;

model::ManifestEntry entry() {
    const model::OutputFacts about{
        "d",
        "l",
        "de",
        "svg",
        2,
        3,
        {0.93, 1, true, Pt(6.504)},
        {{"Noto Sans", "bold", "B.ttf"}, {"Noto Sans", "regular", "R.ttf"}},
        {71, 70, {{"fr", 1}}, true, 3},
        {"a warning\nof two lines"}};
    return {"de/a\"b.svg", {10, 11}, 12, about, 2, {12, 13}, "a record"};
}

std::string to_json(const std::vector<model::ManifestEntry>& entries) {
    std::vector<const model::ManifestEntry*> places;
    for (const model::ManifestEntry& one : entries) places.push_back(&one);
    return json_of(std::move(places)).all();
}

TEST(ManifestJson, ComesBackAsItWas) {
    model::ManifestEntry plain;
    plain.path = "z.pdf";
    plain.hash = {14, 15};
    plain.about.edit().type.limited_by = "ru";
    const std::vector entries = {entry(), plain};
    const std::string json = to_json(entries);
    const auto read = load::load_build_manifest({"manifest.json", json});
    ASSERT_TRUE(read) << to_string(read.diagnostics().front()) << json;
    EXPECT_EQ(read->entries, entries);
    EXPECT_TRUE(load::load_build_manifest({"m", to_json({})}));
}

TEST(ManifestJson, NamesFilesByTheirBytes) {
    model::ManifestEntry odd = entry();
    odd.path = "de/caf\xE9 100%\t.pdf";
    const std::string json = to_json({odd});
    EXPECT_THAT(json, HasSubstr("\"path\": \"de/caf\uFFFD 100%\\u0009.pdf\",\n"
                                "      \"path_url\": \"de/caf%E9%20100%25%09.pdf\",\n"));
    const auto read = load::load_build_manifest({"m", json});
    ASSERT_TRUE(read) << to_string(read.diagnostics().front());
    EXPECT_EQ(read->entries.at(0).path, odd.path);
    for (const char* wrong : {"%", "%4", "%4x"}) {
        std::string broken = json;
        broken.replace(broken.find("%25%09"), 6, wrong);
        broken.erase(broken.find(".pdf\",\n      \"hash"), 4);
        EXPECT_FALSE(load::load_build_manifest({"m", broken})) << wrong;
    }
}

TEST(ManifestJson, MayHaveTheHashOfWhatWasDrawnAsItOnceHad) {
    std::string json = to_json({entry()});
    json.insert(json.find("\"inputs\""), "\"scene\": \"2c\", ");
    const auto read = load::load_build_manifest({"m", json});
    ASSERT_TRUE(read) << to_string(read.diagnostics().front());
    EXPECT_EQ(read->entries.at(0), entry());
}

TEST(ManifestJson, IsRefusedWhereItIsNotWholeOrNamesAFileTwice) {
    EXPECT_FALSE(load::load_build_manifest({"m", "{}"}));
    EXPECT_FALSE(load::load_build_manifest({"m", "{\"format\": 1, \"outp"}));
    EXPECT_FALSE(
        load::load_build_manifest({"m", R"({"format": 2, "program": "p", "outputs": []})"}));
    EXPECT_FALSE(load::load_build_manifest({"m", to_json({entry(), entry()})}));
}

TEST(ManifestJson, IsRefusedWhereAHashIsNone) {
    const std::string json = to_json({entry()});
    for (const char* wrong : {"", "0a", "0000000000000000000000000000000g"}) {
        std::string broken = json;
        broken.replace(broken.find(to_string(entry().hash)), 32, wrong);
        EXPECT_FALSE(load::load_build_manifest({"m", broken})) << wrong;
    }
    std::string made_of_nothing = json;
    made_of_nothing.replace(made_of_nothing.find(to_string(entry().inputs)), 32, "");
    EXPECT_TRUE(load::load_build_manifest({"m", made_of_nothing}));
}

TEST(ManifestJson, IsKnownByItsBeginning) {
    EXPECT_TRUE(begins_as_manifest(to_json({}).substr(0, 60)));
    EXPECT_FALSE(begins_as_manifest("{\n  \"format\": 1,\n  \"id\": \"broadside \""));
    EXPECT_FALSE(begins_as_manifest(""));
}

TEST(ManifestJson, WritesNumbersAsPeopleDo) {
    EXPECT_THAT(to_json({entry()}),
                HasSubstr(R"("type": {"smallest": 6.504, "scale": 0.93, "padding_scale": 1, )"
                          R"("hyphenated": true})"));
}

}  // namespace
}  // namespace broadside::batch
