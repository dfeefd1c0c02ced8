#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "broadside/load/dataset_keys.hpp"
#include "broadside/load/layout_keys.hpp"
#include "broadside/load/locale_keys.hpp"
#include "broadside/load/page_size.hpp"
#include "broadside/model/layout.hpp"
#include "load/load_support.hpp"

/// The JSON Schemas that editors complete from say what the loader accepts.
namespace broadside::load {
namespace {

nlohmann::json schema_named(const std::string& name) {
    std::ifstream file(BROADSIDE_SOURCE_DIR "/data/schema/" + name + ".schema.json");
    return nlohmann::json::parse(file);
}

using Names = std::set<std::string>;

void expect_agreement(const nlohmann::json& schema, const ObjectKeys& object) {
    SCOPED_TRACE(std::string(object.name));
    const nlohmann::json& definition =
        object.name.empty() ? schema : schema.at("$defs").at(std::string(object.name));
    Names all, required, schema_all, schema_required;
    for (const Key& key : object.keys) {
        all.emplace(key.name);
        if (key.presence == Presence::Required) required.emplace(key.name);
    }
    for (const auto& property : definition.at("properties").items())
        schema_all.insert(property.key());
    for (const auto& name : definition.value("required", nlohmann::json::array()))
        schema_required.insert(name);
    EXPECT_EQ(schema_all, all);
    EXPECT_EQ(schema_required, required);
    if (object.name != "row") {
        EXPECT_EQ(definition.at("additionalProperties"), false);
    }
}

TEST(DatasetSchema, HasTheKeysOfTheLoader) {
    const nlohmann::json schema = schema_named("dataset");
    for (const ObjectKeys& object : kDatasetObjects) expect_agreement(schema, object);
}

TEST(LayoutSchema, HasTheKeysOfTheLoader) {
    const nlohmann::json schema = schema_named("layout");
    for (const ObjectKeys& object : kLayoutObjects) expect_agreement(schema, object);
}

TEST(LocaleSchema, HasTheKeysOfTheLoader) { expect_agreement(schema_named("locale"), kLocaleKeys); }

TEST(LayoutSchema, HasThePageSizesOfTheLoader) {
    const nlohmann::json size =
        schema_named("layout").at("$defs").at("page").at("properties").at("size");
    const std::vector<std::string> names = size.at("anyOf").at(0).at("enum");
    EXPECT_THAT(names, testing::UnorderedElementsAreArray(page_size_names().begin(),
                                                          page_size_names().end()));
}

TEST(LayoutKeys, HaveAStyleForEveryRole) {
    EXPECT_EQ(std::size(kStylesKeyList), static_cast<std::size_t>(model::StyleRole::Text) + 1);
    for (std::size_t i = 0; i < std::size(kStylesKeyList); ++i) {
        EXPECT_EQ(kStylesKeyList[i].name, to_string(static_cast<model::StyleRole>(i)));
    }
}

/// Every word that the schema's `enum` offers is one that the loader takes.
void expect_words_accepted(const nlohmann::json& words, const std::string& before,
                           const std::string& after) {
    for (const std::string word : words) {
        const auto layout = load_layout({"l", layout_with(before + word + after)});
        EXPECT_TRUE(layout.ok()) << word;
    }
}

TEST(LayoutSchema, OffersOnlyWordsThatTheLoaderTakes) {
    const nlohmann::json schema = schema_named("layout");
    const nlohmann::json& definitions = schema.at("$defs");
    expect_words_accepted(definitions["any_colour"]["anyOf"][1]["enum"],
                          R"(, "styles": {"cell": {"colour": ")", R"("}})");
    expect_words_accepted(definitions["style"]["properties"]["weight"]["enum"],
                          R"(, "styles": {"cell": {"weight": ")", R"("}})");
    expect_words_accepted(definitions["fit"]["properties"]["order"]["items"]["enum"],
                          R"(, "fit": {"order": [")", R"("]})");
    expect_words_accepted(schema["properties"]["note_marks"]["enum"], R"(, "note_marks": ")", "\"");
}

}  // namespace
}  // namespace broadside::load
