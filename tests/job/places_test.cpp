#include <gmock/gmock.h>

#include "broadside/editions/editions.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;

/// Files that are gone once they were read.
class ReadOnce final : public ForwardingStore {
public:
    explicit ReadOnce(testing::MemoryFileStore& files) : ForwardingStore(files), files_(files) {}

    Result<std::string> read(const std::string& path) override {
        auto bytes = files_.read(path);
        files_.files.erase(path);
        return bytes;
    }

private:
    testing::MemoryFileStore& files_;
};

TEST(Places, AreThoseOfTheFilesThatWereReadWhateverBecomesOfThem) {
    testing::TinyProject project(R"({"format": 1, "id": "planets", "language": "en",
  "title": "Planets",
  "values": {"rings": {"values": {"yes": {"label": "has rings", "text": "yes"},
                                  "no": {"label": "has none", "text": "no"}}}},
  "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
              {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"}],
  "sections": [{"id": "all", "rows": [{"id": "saturn", "planet": "Saturn", "rings": "yes"}]}]})");
    project.files.files["locales/de.json"] =
        "{\"format\": 1, \"language\": \"de\",\n"
        "  \"translates\": \"planets\",\n"
        "  \"title\": \"Die **Planeten**\", \"author\": \"\",\n"
        "  \"texts\": {\"x\": \"?\"}}";
    project.files.files["layouts/plain.json"] =
        "{\"format\": 1, \"name\": \"plain\", \"blocks\": [\n"
        "  {\"kind\": \"header\"}, {\"kind\": \"text\", \"text\": \"a **b\"}, {\"kind\": "
        "\"table\"}]}";
    project.job.languages = {"de"};
    ReadOnce files(project.files);
    std::vector<std::string> said;
    const auto report = check(project.job, files);
    for (const Diagnostic& diagnostic : report.diagnostics()) {
        if (diagnostic.code != "untranslated") said.push_back(to_short_string(diagnostic));
    }
    EXPECT_THAT(
        said,
        ElementsAre(
            "locales/de.json:4:18: warning: /texts/x: the dataset has no text \"texts/x\"",
            "planets.json:4:51: warning: /values/rings/values/no/label: no cell has value \"no\" "
            "of "
            "\"rings\"",
            "locales/de.json:3:12: warning: /title: \"**Planeten**\" is printed as it is written: "
            "this text has no markup",
            "layouts/plain.json:2:48: warning: /blocks/1/text: \"**b\" is printed as it is "
            "written: its ** has no partner"));
    for (const char* read : {"planets.json", "locales/de.json", "layouts/plain.json"})
        EXPECT_FALSE(project.files.is_file(read));
}

TEST(Places, AreInTheLayoutWhereNothingElseIsToBlame) {
    LayoutSource layout;
    layout.input.file = kept("l.json", "{}");
    Diagnostics found = {error("too-small", "the page is too small")};
    locate(found, layout);
    EXPECT_EQ(to_string(found.front()), "l.json: error: the page is too small");
}

}  // namespace
}  // namespace broadside
