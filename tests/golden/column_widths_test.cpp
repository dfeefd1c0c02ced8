#include <string>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// How columns share the width of the page, in the finished files.
namespace broadside::testing {
namespace {

constexpr char kTools[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Tools",
  "columns": [{"id": "name", "kind": "name", "title": "Name"},
              {"id": "short", "kind": "text", "title": "Short"},
              {"id": "long", "kind": "text", "title": "Long"},
              {"id": "end", "kind": "text", "title": "End"}],
  "sections": [{"id": "all", "rows": [
    {"id": "saw", "name": "Saw", "short": "by hand", "end": "steel",
     "long": "Cuts boards along the grain and across it, as long as somebody keeps its teeth sharp and looks after the set of them"},
    {"id": "plane", "name": "Plane", "short": "by hand", "end": "iron",
     "long": "Takes off shavings so thin that light comes through, and leaves a surface that no paper makes as smooth"}]}]})";

/// Where the heads of the columns begin, in tenths of a point; `table` is what the layout says.
struct Heads {
    double name, text, words, end;
};

Heads heads_of(const std::string& table) {
    TinyProject project;
    project.files.files["planets.json"] = kTools;
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + table + "}]}";
    project.job.formats = {"svg"};
    project.job.output = "tools.svg";
    const BuildReport report = build(project.job, project.files, project.sink);
    if (!report.ok()) throw std::runtime_error(problems_of(report));
    const std::string& svg = project.sink.written.at("tools.svg");
    const auto place = [&](const std::string& text) {
        return std::stod(xml_values(svg, "//svg:text[normalize-space(.)='" + text + "']/@x").at(0));
    };
    return {place("Name"), place("Short"), place("Long"), place("End")};
}

TEST(DefaultWidths, GoByWhatColumnsHold) {
    const Heads heads = heads_of("");
    const double words = heads.words - heads.text, texts = heads.end - heads.words;
    EXPECT_GT(texts, 4 * words) << "long texts have the room that single words do not need";
    EXPECT_GT(words, 300) << "which stay whole, in 30 pt and more";
}

TEST(DefaultWidths, AreEqualBesideShares) {
    const Heads heads = heads_of(R"(, "columns": {"long": {"width": "1fr"}})");
    EXPECT_NEAR(heads.text - heads.name, heads.words - heads.text, 1);
    EXPECT_NEAR(heads.end - heads.words, heads.words - heads.text, 1);
}

}  // namespace
}  // namespace broadside::testing
