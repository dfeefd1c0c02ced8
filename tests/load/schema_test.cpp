#include <algorithm>
#include <iterator>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "load/load_support.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"

/// The JSON Schemas that editors complete from, and the reference of keys, are the readers' tables.
namespace broadside::load {
namespace {

using testing::matches_golden;
using testing::read_golden;

/// A file of the tree, as references of tests/golden are named.
std::string in_tree(const std::string& name) { return "../../" + name; }

/// What the reference says of a value: "id", "list of note".
std::string type_of(const Schema& schema) {
    std::string one(schema.definition);
    if (!schema.words.empty()) {
        one = fmt::format("`{}`", fmt::join(schema.words, "`, `"));
    } else if (schema.count.most > 0) {
        one = "integer";
    } else if (one.empty()) {
        const auto members = nlohmann::json::parse(fmt::format("{{{}}}", schema.members));
        const auto type = members.find("type");
        one = type != members.end() && type->is_string() ? type->get<std::string>() : "";
    }
    for (char& c : one) c = c == '_' ? ' ' : c;
    switch (schema.shape) {
        case Schema::Shape::One: return one;
        case Schema::Shape::List: return "list of " + one;
        case Schema::Shape::ById: break;
    }
    return "by id: " + one;
}

std::string reference_row(const Key& key) {
    std::string help(key.help);
    if (key.presence == Presence::Required) help = "Required. " + help;
    if (!key.fallback.empty()) help += fmt::format(" Default: `{}`.", key.fallback);
    return fmt::format("| `\"{}\"` | {} | {} |\n", key.name, type_of(key.schema), help);
}

/// The keys of one kind of object, as a table in Markdown.
std::string key_table(const ObjectKeys& object) {
    std::string table = "| key | value | |\n|---|---|---|\n";
    for (const Key& key : object.keys) table += reference_row(key);
    return table;
}

/// The tables of the objects that a mark names: `file`, or names of definitions.
std::string tables(const FileFormat& format, const std::string& names) {
    std::istringstream words(names);
    const std::vector<std::string> wanted{std::istream_iterator<std::string>(words), {}};
    std::string text;
    for (const std::string& name : wanted) {
        for (const ObjectKeys& object : format.objects) {
            if (object.name != (name == "file" ? "" : name)) continue;
            if (wanted.size() > 1) {
                std::string title = name;
                std::replace(title.begin(), title.end(), '_', ' ');
                text += "\n**" + title + "**";
                if (!object.help.empty()) text += " " + std::string(object.help);
                text += "\n\n";
            }
            text += key_table(object);
        }
    }
    return text;
}

/// A file of the tree with its tables, which stand between `<!-- keys: … -->` and `<!-- end -->`.
std::string with_tables(const std::string& name, const FileFormat& format) {
    const std::string begin = "<!-- keys: ", end = "<!-- end -->";
    std::string text = read_golden(in_tree(name));
    for (std::size_t i = 0; (i = text.find(begin, i)) != std::string::npos;) {
        i += begin.size();
        const std::size_t close = text.find(" -->\n", i), first = close + 5;
        const std::string made = tables(format, text.substr(i, close - i));
        text.replace(first, text.find(end, first) - first, made);
    }
    return text;
}

TEST(FileFormats, MakeTheSchemas) {
    EXPECT_TRUE(
        matches_golden(json_schema(dataset_format()), in_tree("data/schema/dataset.schema.json")));
    EXPECT_TRUE(
        matches_golden(json_schema(layout_format()), in_tree("data/schema/layout.schema.json")));
    EXPECT_TRUE(
        matches_golden(json_schema(locale_format()), in_tree("data/schema/locale.schema.json")));
}

TEST(FileFormats, MakeTheTablesOfKeys) {
    EXPECT_TRUE(
        matches_golden(with_tables("data/README.md", dataset_format()), in_tree("data/README.md")));
    EXPECT_TRUE(matches_golden(with_tables("layouts/README.md", layout_format()),
                               in_tree("layouts/README.md")));
}

TEST(FileFormats, TellEveryKeyInTheReference) {
    const auto expect_all = [](const std::string& name, const FileFormat& format) {
        const std::string text = read_golden(in_tree(name));
        for (const ObjectKeys& object : format.objects)
            EXPECT_THAT(text, ::testing::HasSubstr(key_table(object))) << object.name;
    };
    expect_all("data/README.md", dataset_format());
    expect_all("layouts/README.md", layout_format());
}

TEST(FileFormats, DefineWhatTheyReferTo) {
    for (const FileFormat& format : {dataset_format(), layout_format(), locale_format()}) {
        const auto schema = nlohmann::json::parse(json_schema(format));
        const auto flat = schema.flatten();
        for (const auto& [path, value] : flat.items()) {
            if (!path.ends_with("/$ref")) continue;
            const std::string target = value.get<std::string>().substr(1);
            EXPECT_TRUE(schema.contains(nlohmann::json::json_pointer(target))) << path;
        }
    }
}

TEST(LayoutFormat, OffersOnlyColoursThatTheReaderTakes) {
    const auto schema = nlohmann::json::parse(json_schema(layout_format()));
    for (const std::string word : schema["$defs"]["any_colour"]["anyOf"][0]["enum"]) {
        const auto layout = load_layout(
            {"l", layout_with(R"(, "styles": {"cell": {"colour": ")" + word + R"("}})")});
        EXPECT_TRUE(layout.ok()) << word;
    }
}

}  // namespace
}  // namespace broadside::load
