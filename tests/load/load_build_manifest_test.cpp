#include <gmock/gmock.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string entry_at(const std::string& path) {
    return R"({"path": ")" + path + R"(", "hash": "0a", "bytes": 12, "dataset": "d", "layout": "l",
        "language": "de", "format": "svg", "page": 2, "files": 2, "pages": 2,
        "type": {"smallest": 6.5, "scale": 0.9, "padding_scale": 1, "hyphenated": true},
        "fonts": [{"family": "Noto Sans", "face": "bold", "file": "B.ttf"}],
        "translation": {"texts": 3, "translated": 2, "fallbacks": {"fr": 1}, "review": "reviewed"},
        "warnings": ["w"], "inputs": "1b", "scene": "2c"})";
}

Result<model::BuildManifest> load(const std::string& outputs) {
    return load_build_manifest(
        {"m.json", R"({"format": 1, "program": "p", "outputs": [)" + outputs + "]}"});
}

TEST(LoadBuildManifest, ReadsEveryField) {
    const auto manifest = load(entry_at("a.svg"));
    ASSERT_THAT(problems_of(manifest), IsEmpty());
    const model::ManifestEntry expected{"a.svg",
                                        "0a",
                                        12,
                                        "d",
                                        "l",
                                        "de",
                                        "svg",
                                        2,
                                        2,
                                        2,
                                        6.5,
                                        0.9,
                                        1,
                                        true,
                                        "",
                                        {{"Noto Sans", "bold", "B.ttf"}},
                                        {3, 2, {{"fr", 1}}, true},
                                        {"w"},
                                        "1b"};
    EXPECT_THAT(manifest->entries, ElementsAre(expected));
}

TEST(LoadBuildManifest, RefusesAPathTwice) {
    EXPECT_THAT(load(entry_at("a.svg") + "," + entry_at("a.svg")).diagnostics(), SizeIs(1));
}

TEST(LoadBuildManifest, RefusesWhatIsNotWhole) {
    EXPECT_FALSE(load("{}"));
    EXPECT_FALSE(load_build_manifest({"m.json", "{\"format\": 1, \"outp"}));
    EXPECT_FALSE(
        load_build_manifest({"m.json", R"({"format": 2, "program": "p", "outputs": []})"}));
}

}  // namespace
}  // namespace broadside::load
