#include <cstdlib>
#include <functional>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "load/load_support.hpp"
#include "support/json_schema.hpp"
#include "support/temporary_folder.hpp"

/// Readers and JSON Schemas come from one table, but judge values each in its own way. Other
/// people's validator tells whether they agree, on files with one fault each.
namespace broadside::load {
namespace {

using Json = nlohmann::json;

const Json kDataset = Json::parse(R"json({
"$schema": "s", "format": 1, "id": "d", "language": "fr", "digits": "latn", "title": "T", "subtitle": "S",
"author": "A", "description": "D", "marks": "ids", "imprint": {"publisher": "p", "source": "s", "licence": "l",
"date": "2022", "remark": "r"},
"values": {"v": {"label": "V", "values": {"yes": {"label": "Y", "alt": "a", "text": "t", "symbol": "s", "tone": "good"}}}},
"columns": [{"id": "n", "kind": "name", "title": "N", "sample": {"names": ["x", "y"], "detail": "d"}, "notes": ["A"], "short": "s"},
{"id": "t", "kind": "text", "title": "X", "values": "v", "merge": true, "translate": false},
{"id": "s", "kind": "symbol", "title": "S", "values": "v"}, {"id": "p", "kind": "plain", "title": "P"}, {"id": "m", "kind": "number", "title": "M", "unit": "kg"}],
"spanners": [{"id": "o", "title": "O", "columns": ["t", "s"], "notes": ["A"]}],
"cells": {"c": "x", "d": {"text": "x", "value": "yes", "notes": ["A"], "source": "s", "certainty": "high",
"checked": "2022-01", "translate": "names"}},
"notes": [{"id": "A", "text": "a"}], "texts": {"i": "t"},
"pictures": {"p": {"file": "p.png", "alt": "a", "url": "https://example.org/"}},
"bands": [{"id": "b", "label": "B", "tone": "bad", "symbol": "s", "when": {"s": "yes"}}],
"links": [{"id": "l", "label": "L", "url": "https://example.org/", "text": "t"}],
"sections": [{"id": "s", "title": "S", "notes": ["A"], "rows": [
{"id": "r", "band": {"id": "b", "source": "s", "certainty": "low", "checked": "2022"}, "source": "s", "certainty": "certain",
"checked": "2022-01-31", "n": {"names": "x", "detail": "d", "rowspan": 1, "colspan": 1, "notes": ["A"], "source": "s",
"certainty": "medium", "checked": "2022", "translate": true}, "t": {"ref": "d", "merge": false}, "s": {"value": "yes"},
"p": {"text": "1"}, "m": {"number": 1.5, "to": 2, "plus_minus": 0.1, "relation": "<"}}, {"id": "q", "band": null, "n": ["x", "y"], "t": "x", "s": "yes", "p": 4.50}, {"id": "o", "band": "b"}]}]
})json");

const Json kLayout = Json::parse(R"json({
"$schema": "s", "format": 1, "name": "l", "note_marks": "auto",
"page": {"size": {"width": "200mm", "height": "auto"}, "margin": {"top": "1mm", "right": "1mm", "bottom": "1mm", "left": "0mm"}},
"fonts": {"body": "B", "heading": "H"},
"palette": {"ink": "#123", "muted": "#123456", "paper": "#fff", "rule": "#000", "link": "#000",
"section": {"fill": "#000", "ink": "#fff", "detail": "#fff"}, "good": {"ink": "#000", "tint": "#fff"}, "fair": {}, "bad": {},
"neutral": {}, "dark": {"ink": "#fff", "section": {"fill": "#000"}, "good": {"ink": "#fff"}}},
"styles": {"title": {"size": "8pt", "weight": "bold", "slant": "italic", "line_height": 1.5, "colour": "good", "font": "body"},
"cell": {"colour": "#123"}},
"spacing": {"cell_x": "0pt", "cell_y": "1pt", "blocks": "1pt"}, "symbols": {"cell": "9pt", "legend": "9pt", "qr": "9mm"},
"rules": {"row": {"width": "1pt", "colour": "ink"}, "column": {}, "strong": {}, "title": {}, "band_bar": "1pt"},
"blocks": [{"kind": "header"}, {"kind": "table", "sections": ["s"], "select": ["n"],
"cells": [{"rows": ["r"], "columns": ["n"], "align": "center", "vertical_align": "top"}, {"align": "end"}], "columns": {"n": {"width": "2fr",
"align": "center", "head": "rotated"}}, "kinds": {"name": {"width": "min-content"}, "text": {"width": "25%"}, "symbol": {"width": "fit-content(9mm)"},
"plain": {"width": "30mm"}}}, {"kind": "row", "widths": ["1fr", "1fr"], "blocks": [{"kind": "notes", "columns": 3},
{"kind": "links", "qr": true}]}, {"kind": "text", "text": "t"}, {"kind": "text", "ref": "i"}],
"fit": {"pages": 2, "min_font": "6pt", "max_font": "9pt", "order": ["padding", "font-size"], "lock": true}
})json");

const Json kLocale = Json::parse(R"json({
"$schema": "s", "format": 1, "language": "de", "translates": "d", "review": "draft", "digits": "arab",
"translated_from": {"title": "0123"}, "title": "T", "subtitle": "S", "author": "A", "description": "D",
"values": {"v": {"values": {"yes": {"label": "J"}}}}, "columns": {"n": {"title": "N"}}, "spanners": {"t": {"title": "O"}},
"cells": {"c": {"text": "x"}}, "notes": {"A": {"text": "a"}}, "bands": {"b": {"label": "B"}}, "sections": {"s": {"title": "S"}},
"rows": {"r": {"n": {"names": ["x"]}, "t": "x"}}, "texts": {"i": "t"}, "links": {"l": {"label": "L"}}, "imprint": {"remark": "r"}
})json");

/// What the first ones leave out.
const Json kRichDataset = Json::parse(R"json({
"format": 1, "id": "d", "language": "fr", "title": "T", "continued": "c", "logo": "p",
"pictures": {"p": {"file": "p.svg", "alt": "a"}},
"records": {"f": {"type": "text", "default": "x", "key": true, "help": "h"}, "g": {"type": "number", "required": true}},
"values": {"v": {"label": "V", "values": {"yes": {"label": "Y", "symbol": "s", "translate": false}}}},
"columns": [{"id": "n", "kind": "name", "title": "N", "picture": "p", "url": "https://example.org/"},
{"id": "t", "kind": "text", "title": "X", "values": "v", "value_side": "end", "empty": "-"},
{"id": "m", "kind": "number", "title": "M", "unit": "kg", "show": "bar", "grouping": false, "most": 9},
{"id": "d", "kind": "date", "title": "D", "date": "medium"}],
"spanners": [{"id": "o", "title": "O", "short": "o", "url": "https://example.org/", "picture": "p", "columns": ["t", "m"]}],
"cells": {"c": {"text": "x", "picture": "p", "tags": ["x"], "url": "https://example.org/"}},
"notes": [{"id": "A", "text": "a", "general": true}],
"sections": [{"id": "s", "title": "S", "rows": [{"id": "r", "n": "x", "t": {"record": "f"}, "m": {"number": 5, "percent": 40, "interval": [1, 9]},
"d": {"date": "2022"}}, {"id": "q", "n": {"names": "y", "level": 1}, "t": {"text": "x", "tags": ["x"]}, "m": {"blank": true}, "d": {"date": "2022/2023"}}],
"summary": [{"id": "z", "n": "z"}]}]
})json");

const Json kRichLayout = Json::parse(R"json({
"format": 1, "name": "l", "link_addresses": "address",
"page": {"size": "A4", "orientation": "landscape", "margin": "9mm"},
"palette": {"stripe": "#eee", "emphasis": "#eee", "accent-1": {"ink": "#000"}, "accent-2": {}, "accent-3": {}, "accent-4": {},
"accent-5": {}, "accent-6": {}, "dark": {"accent-1": {"tint": "#000"}}},
"styles": {"subtitle": {}, "publisher": {}, "section": {}, "section_detail": {}, "header": {}, "name": {}, "detail": {}, "verdict": {},
"note_mark": {}, "note": {}, "legend_heading": {}, "legend": {}, "link_label": {}, "link": {}, "imprint": {}, "page_number": {},
"running_title": {}, "text": {}, "heading": {}, "subheading": {}},
"spacing": {"blocks": "9pt", "fill": "1pt", "blocks_least": "2pt"}, "symbols": {"picture": "9pt", "bar": "9mm"}, "rules": {"guide": {"width": "1pt"}},
"blocks": [{"kind": "legend", "values": ["v"], "place": "page"}, {"kind": "picture", "ref": "p", "height": "9mm", "align": "end"},
{"kind": "table", "break": "before", "rows": ["r"], "caption": "c", "fill": "tint", "transpose": true, "guides": 3, "emphasis": ["r"], "stripes": true,
"equal_rows": true, "continued": true, "keep": "groups", "band_symbol": "end", "narrow": "cards", "kinds": {"number": {"units": "head"}, "date": {}},
"columns": {"m": {"emphasis": true, "fill": "none", "value_words": "legend"}}},
{"kind": "text", "text": "t", "heading": 2}, {"kind": "notes", "place": "page"}, {"kind": "imprint", "place": "page"}],
"fit": {"pages": 1, "row_space": "2pt"}
})json");

/// A page of them.
const Json kCards =
    Json::parse(R"({"size": "A7", "per_sheet": {"sheet": "A3", "orientation": "landscape",
    "columns": 2, "rows": 1, "gap": "1mm", "margin": "0mm", "cut_marks": true}})");

const Json kRichLocale = Json::parse(R"json({
"format": 1, "language": "de", "translates": "d", "continued": "c", "records": {"f": {"default": "x"}}, "pictures": {"p": {"alt": "a"}}
})json");

/// Names of members, wherever they are.
void add_keys(const Json& value, std::set<std::string>& keys) {
    for (const auto& [key, child] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (child.is_structured()) add_keys(child, keys);
    }
}

/// What a schema has names for.
void add_properties(const Json& schema, std::set<std::string>& keys) {
    for (const auto& [key, child] : schema.items()) {
        if (!child.is_structured()) continue;
        if (schema.is_object() && key == "properties")
            for (const auto& [name, ignored] : child.items()) keys.insert(name);
        add_properties(child, keys);
    }
}

/// The file with one fault, or with another value that may be none: every value in turn is taken
/// out, is each of these, and has a key more where it is an object.
struct Faulty {
    std::string place;  // of the fault: a JSON pointer
    Json file;
};

std::vector<Faulty> with_faults(const Json& file) {
    const std::vector<Json> others = {
        nullptr, true, 7, -1.5, "", " ", "x y", "A4", "../x", Json::array(), Json::object()};
    std::vector<Faulty> files;
    const std::function<void(const Json::json_pointer&)> visit = [&](const auto& place) {
        if (!place.empty()) {
            for (const Json& other : others)
                files.emplace_back(place.to_string(), file).file[place] = other;
            Json& parent = files.emplace_back(place.to_string(), file).file[place.parent_pointer()];
            if (parent.is_array())
                parent.erase(std::stoul(place.back()));
            else
                parent.erase(place.back());
        }
        const Json& value = file[place];
        if (value.is_object()) files.emplace_back(place.to_string(), file).file[place]["zzz"] = "z";
        if (!value.is_structured()) return;
        for (const auto& [key, child] : value.items()) visit(place / key);
    };
    visit(Json::json_pointer());
    return files;
}

/// Which files are valid, says the validator.
std::vector<bool> valid_by_schema(const FileFormat& format, const std::vector<Faulty>& faulty) {
    std::vector<Json> files;
    for (const Faulty& file : faulty) files.push_back(file.file);
    const testing::TemporaryFolder folder;
    folder.write("schema.json", json_schema(format));
    folder.write("files.json", Json(files).dump());
    folder.write("validate.py", R"(
import json, sys
from jsonschema import Draft202012Validator
schema, files = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
print("".join("01"[validator.is_valid(file)] for file in files))
)");
    const std::string command = fmt::format(
        "cd {} && /usr/bin/python3 validate.py schema.json files.json >out", folder.path());
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::istringstream out(folder.read("out"));
    std::string verdicts;
    out >> verdicts;
    EXPECT_EQ(verdicts.size(), files.size());
    std::vector<bool> valid;
    for (const char verdict : verdicts) valid.push_back(verdict == '1');
    return valid;
}

/// What no schema knows: values that hang on others of the file.
bool is_beyond_schemas(const Diagnostic& problem, const Faulty& faulty) {
    static const std::set<std::string> kCodes = {"duplicate-id",     "misplaced-key",
                                                 "conflicting-keys", "bad-margin",
                                                 "bad-sheet",        "nested-row"};
    if (kCodes.count(problem.code) > 0) return true;
    // The fault shows in another place.
    const std::string& place = faulty.place;
    const std::string parent = place.substr(0, place.rfind('/'));
    if (!problem.pointer.starts_with(place) && problem.pointer != parent) return true;
    // A width for each block.
    if (place.find("/widths") != place.npos) return true;
    // Which cells a row may have, and what they may be, is told by its columns.
    static const std::regex cell("/sections/0/(rows|summary)/[0-9]+(/[ntspmd](/.*)?)?");
    return std::regex_match(place, cell);
}

template <typename Load>
void expect_agreement(const FileFormat& format, const Json& file, Load load) {
    ASSERT_THAT(problems_of(load(file)), ::testing::IsEmpty());
    std::vector<Faulty> files = with_faults(file);
    files.push_back({"", file});
    const std::vector<bool> valid = valid_by_schema(format, files);
    ASSERT_EQ(valid.size(), files.size());
    EXPECT_TRUE(valid.back());
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto result = load(files[i].file);
        const Diagnostics& problems = result.diagnostics();
        if (result.ok() == valid[i]) continue;
        const bool is_known =
            !result.ok() &&
            std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
                return is_beyond_schemas(problem, files[i]);
            });
        EXPECT_TRUE(is_known) << (valid[i] ? to_string(problems.front()) : "refused by the schema")
                              << Json::diff(file, files[i].file);
    }
}

TEST(Schemas, HaveNoKeyThatIsNotTried) {
    const auto untried = [](const FileFormat& format, std::initializer_list<Json> files) {
        std::set<std::string> known, tried, missing;
        add_properties(Json::parse(json_schema(format)), known);
        for (const Json& file : files) add_keys(file, tried);
        std::set_difference(known.begin(), known.end(), tried.begin(), tried.end(),
                            std::inserter(missing, missing.end()));
        return missing;
    };
    EXPECT_THAT(untried(dataset_format(), {kDataset, kRichDataset}), ::testing::IsEmpty());
    EXPECT_THAT(untried(layout_format(), {kLayout, kRichLayout, kCards}), ::testing::IsEmpty());
    EXPECT_THAT(untried(locale_format(), {kLocale, kRichLocale}), ::testing::IsEmpty());
}

TEST(Schemas, AgreeWithTheReaderOfDatasets) {
    const auto load = [](const Json& file) { return load_dataset({"d.json", file.dump()}); };
    expect_agreement(dataset_format(), kDataset, load);
    expect_agreement(dataset_format(), kRichDataset, load);
}

TEST(Schemas, AgreeWithTheReaderOfLayouts) {
    const auto load = [](const Json& file) { return load_layout({"l.json", file.dump()}); };
    expect_agreement(layout_format(), kLayout, load);
    expect_agreement(layout_format(), kRichLayout, load);
    Json cards = kLayout;
    cards["page"] = kCards;
    expect_agreement(layout_format(), cards, load);
}

TEST(Schemas, AgreeWithTheReaderOfLocales) {
    const auto load = [](const Json& file) { return load_locale({"de.json", file.dump()}); };
    expect_agreement(locale_format(), kLocale, load);
    expect_agreement(locale_format(), kRichLocale, load);
}

}  // namespace
}  // namespace broadside::load
