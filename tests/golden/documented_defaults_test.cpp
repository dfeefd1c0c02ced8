#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "golden/edition.hpp"
#include "support/tiny_project.hpp"

/// The README tells a default of each key that has one, out of the tables that the readers read by.
/// What holds where a key is left out is decided elsewhere: a finished page tells whether both
/// agree.
namespace broadside::testing {
namespace {

using Json = nlohmann::json;
using Pages = std::map<std::string, std::string>;

const Json kDataset = Json::parse(R"json({
"format": 1, "id": "planets", "language": "en", "title": "Planets", "author": "A",
"imprint": {"publisher": "P", "source": "S", "licence": "L", "date": "2022", "remark": "R"},
"records": {"guest": {"default": "you"}},
"values": {"rings": {"values": {"yes": {"label": "has rings", "text": "yes", "symbol": "yes"}}}},
"columns": [{"id": "planet", "kind": "name", "title": "Planet"},
  {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"},
  {"id": "size", "kind": "number", "title": "Size", "unit": "km"},
  {"id": "seen", "kind": "date", "title": "Seen"},
  {"id": "named", "kind": "text", "title": "Named", "merge": true, "values": "rings"}],
"notes": [{"id": "A", "text": "A note for {guest}."}, {"id": "B", "text": "Another."}],
"texts": {"t": "A text."}, "pictures": {"p": {"file": "p.svg", "alt": "a"}},
"links": [{"id": "l", "label": "L", "url": "https://example.org/"}],
"sections": [{"id": "all", "title": "All", "rows": [
  {"id": "saturn", "planet": {"names": "Saturn", "notes": ["A"]}, "rings": {"value": "yes"}, "size": {"number": 116460},
   "seen": {"date": "2022-02-03"}, "named": {"text": "Rome", "notes": ["B"]}},
  {"id": "titan", "planet": "Titan", "rings": "yes", "size": 5149, "seen": {"date": "2021-01-01"}, "named": {"text": "Rome", "notes": ["B"]}}]}]
})json");

const Json kLayout = Json::parse(R"json({
"format": 1, "name": "plain", "page": {}, "fonts": {}, "fit": {},
"blocks": [{"kind": "header"}, {"kind": "table", "columns": {"size": {}, "rings": {}}}, {"kind": "legend"},
  {"kind": "row", "widths": ["1fr"], "blocks": [{"kind": "header"}]}, {"kind": "text", "text": "t"}, {"kind": "picture", "ref": "p"},
  {"kind": "notes"}, {"kind": "links"}, {"kind": "imprint"}]
})json");

const Json kCards = Json::parse(R"json({
"format": 1, "name": "plain", "page": {"size": "A5", "per_sheet": {}},
"blocks": [{"kind": "table"}, {"kind": "notes"}, {"kind": "picture", "ref": "p"}]
})json");

Pages pages_of(const Json& dataset, const Json& layout) {
    TinyProject project(dataset.dump(), layout.dump());
    project.files.files["p.svg"] = kTinySymbol;
    project.files.files["locales/de.json"] =
        R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
    project.job.formats = {"svg"};
    if (!layout["page"].contains("per_sheet")) project.job.formats.push_back("html");
    project.job.languages = {"en"};
    const BuildReport report = build(project.job, project.files, project.sink);
    EXPECT_EQ(problems_of(report), "");
    project.sink.written.erase("output/manifest.json");  // it tells what the inputs were
    return project.sink.written;
}

Json schema_of(const std::string& file) {
    DiskFileStore disk;
    return Json::parse(
        disk.read(fmt::format("{}/data/schema/{}.schema.json", BROADSIDE_SOURCE_DIR, file))
            .value());
}

const Json& definition_of(const Json& schema, const std::string& name) {
    return name.empty() ? schema : schema.at("$defs").at(name);
}

/// An object of a file, what it is called in the schema, and keys of that kind that it may not
/// have.
struct Place {
    std::string pointer, definition;
    std::set<std::string> unfit = {};
};

/// Each of the keys that objects at `places` do without, set to its default.
template <typename Set>
void for_each_default(const Json& schema, const Json& file, const std::vector<Place>& places,
                      std::set<std::string>& tried, Set set) {
    for (const auto& [pointer, definition, unfit] : places) {
        for (const auto& [key, value] : definition_of(schema, definition)["properties"].items()) {
            const Json::json_pointer at(pointer);
            if (!value.contains("default") || file.at(at).contains(key) || unfit.count(key) > 0)
                continue;
            Json changed = file;
            changed[at][key] = value["default"];
            tried.insert(definition + "." + key);
            SCOPED_TRACE(fmt::format("{}/{}: {}", pointer, key, value["default"].dump()));
            set(changed);
        }
    }
}

std::set<std::string> defaults_in(const Json& schema) {
    std::set<std::string> keys;
    const auto add = [&](const std::string& name) {
        const Json& definition = definition_of(schema, name);
        if (!definition.contains("properties")) return;
        for (const auto& [key, value] : definition["properties"].items())
            if (value.contains("default")) keys.insert(name + "." + key);
    };
    add("");
    for (const auto& [name, ignored] : schema.at("$defs").items()) add(name);
    return keys;
}

TEST(DocumentedDefaults, OfLayoutsChangeNoPageWhereTheyAreSet) {
    const Json schema = schema_of("layout");
    std::set<std::string> tried;
    const auto expect_the_same = [&](const Json& layout, const std::vector<Place>& places) {
        const Pages pages = pages_of(kDataset, layout);
        for_each_default(schema, layout, places, tried, [&](const Json& changed) {
            EXPECT_TRUE(pages_of(kDataset, changed) == pages);
        });
    };
    expect_the_same(kLayout, {{"", ""},
                              {"/page", "page"},
                              {"/fonts", "fonts"},
                              {"/fit", "fit"},
                              {"/blocks/0", "plain_block"},
                              {"/blocks/1", "table_block"},
                              {"/blocks/1/columns/size", "table_column"},
                              {"/blocks/1/columns/rings", "table_column"},
                              {"/blocks/2", "legend_block"},
                              {"/blocks/3", "row_block"},
                              {"/blocks/4", "text_block"},
                              {"/blocks/5", "picture_block"},
                              {"/blocks/6", "notes_block"},
                              {"/blocks/7", "links_block"},
                              {"/blocks/8", "imprint_block"}});
    expect_the_same(kCards, {{"/page/per_sheet", "per_sheet"}});
    EXPECT_EQ(tried, defaults_in(schema));
}

TEST(DocumentedDefaults, OfDatasetsChangeNoPageWhereTheyAreSet) {
    const Json schema = schema_of("dataset");
    const Pages pages = pages_of(kDataset, kLayout);
    std::set<std::string> tried;
    for_each_default(
        schema, kDataset,
        {{"", ""},
         {"/values/rings/values/yes", "value"},
         {"/columns/0", "column", {"date", "grouping", "show"}},
         {"/columns/2", "column", {"date"}},
         {"/columns/3", "column", {"grouping", "show"}},
         {"/notes/0", "note"},
         {"/records/guest", "record_field"},
         {"/sections/0/rows/0/named", "cell"}},
        tried, [&](const Json& changed) { EXPECT_TRUE(pages_of(changed, kLayout) == pages); });
    EXPECT_EQ(tried, defaults_in(schema));
}

}  // namespace
}  // namespace broadside::testing
