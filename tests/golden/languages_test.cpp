#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// What a page in one language says in another one.
namespace broadside::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kDataset[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
  "columns": [{"id": "planet", "kind": "name", "title": "Planet", "translate": false},
              {"id": "about", "kind": "text", "title": "About", "notes": ["a"]}],
  "notes": [{"id": "a", "text": "Of **all** bodies"}],
  "sections": [{"id": "all", "rows": [
    {"id": "saturn", "planet": "Saturn", "about": {"text": "Rings and moons", "notes": ["a"]}},
    {"id": "venus", "planet": "Venus", "about": "Clouds"}]}]})";

/// With no German for the note and for what is said of Saturn.
constexpr char kGerman[] = R"({"format": 1, "language": "de", "translates": "planets",
  "title": "Planeten", "columns": {"planet": {"title": "Planet"}, "about": {"title": "Mehr"}},
  "rows": {"venus": {"about": "Wolken"}}})";

constexpr char kWholeGerman[] = R"({"format": 1, "language": "de", "translates": "planets",
  "title": "Planeten", "columns": {"planet": {"title": "Planet"}, "about": {"title": "Mehr"}},
  "notes": {"a": {"text": "Von allen"}},
  "rows": {"venus": {"about": "Wolken"}, "saturn": {"about": "Ringe und Monde"}}})";

std::string german_svg(const std::string& locale) {
    TinyProject project(kDataset);
    project.files.files["locales/de.json"] = locale;
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "blocks": [{"kind": "header"}, {"kind": "table"}, {"kind": "notes"}]})";
    project.job.languages = {"de"};
    return file_of(project, "planets.svg", Warnings::Some);
}

std::vector<std::string> foreign_texts(const std::string& svg) {
    std::vector<std::string> texts;
    const std::string path = "//svg:text[@xml:lang] | //svg:text//*[@xml:lang]";
    const std::size_t count = xml_values(svg, "(" + path + ")/@xml:lang").size();
    for (std::size_t i = 1; i <= count; ++i)
        texts.push_back(xml_values(svg, "(" + path + ")[" + std::to_string(i) + "]/@xml:lang")[0] +
                        " " + xml_text(svg, "(" + path + ")[" + std::to_string(i) + "]"));
    return texts;
}

TEST(Languages, UntranslatedTextsSayTheirsAndNamesHaveNone) {
    EXPECT_THAT(foreign_texts(german_svg(kGerman)),
                ElementsAre("en Rings and moons (a)", "de (a)", "en Of all bodies"));
}

TEST(Languages, TranslatedPagesHaveOne) {
    EXPECT_THAT(foreign_texts(german_svg(kWholeGerman)), IsEmpty());
}

}  // namespace
}  // namespace broadside::testing
