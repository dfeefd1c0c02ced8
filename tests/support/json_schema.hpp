#pragma once

#include <deque>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "broadside/load/file_format.hpp"
#include "broadside/load/job_keys.hpp"
#include "broadside/option.hpp"

/// The JSON Schemas in data/schema, made of the tables that the readers read by.
namespace broadside::load {

/// Members keep their order.
using Json = nlohmann::ordered_json;

inline Json object_of(std::string_view members) {
    return Json::parse(fmt::format("{{{}}}", members));
}

inline Json words_of(std::span<const std::string_view> words) {
    return {{"enum", std::vector<std::string>(words.begin(), words.end())}};
}

inline Json reference_to(std::string_view definition) {
    return {{"$ref", fmt::format("#/$defs/{}", definition)}};
}

inline Json one_schema(const Schema& schema) {
    if (!schema.definition.empty()) return reference_to(schema.definition);
    if (!schema.words.empty()) return words_of(schema.words);
    if (schema.count.most > 0)
        return {
            {"type", "integer"}, {"minimum", schema.count.least}, {"maximum", schema.count.most}};
    return object_of(schema.members);
}

inline Json schema_of(const Schema& schema) {
    const Json one = one_schema(schema);
    switch (schema.shape) {
        case Schema::Shape::One: return one;
        case Schema::Shape::List: {
            Json list = {{"type", "array"}, {"items", one}};
            if (schema.least > 0) list["minItems"] = schema.least;
            list.update(object_of(schema.list_members));
            return list;
        }
        case Schema::Shape::ById: break;
    }
    Json object = {
        {"type", "object"}, {"propertyNames", reference_to("id")}, {"additionalProperties", one}};
    if (schema.least > 0) object["minProperties"] = schema.least;
    return object;
}

inline void describe(Json& schema, std::string_view help) {
    if (!help.empty()) schema["description"] = help;
}

inline Json schema_of(const Key& key) {
    Json schema = schema_of(key.schema);
    if (!key.fallback.empty()) schema["default"] = Json::parse(key.fallback);
    describe(schema, key.help);
    return schema;
}

inline Json schema_of(const ObjectKeys& object) {
    Json schema = Json::object();
    describe(schema, object.help);
    schema["type"] = "object";
    std::vector<std::string_view> required;
    for (const Key& key : object.keys) {
        schema["properties"][std::string(key.name)] = schema_of(key);
        if (key.presence == Presence::Required) required.push_back(key.name);
    }
    if (!required.empty()) schema["required"] = required;
    schema["additionalProperties"] = false;
    schema.update(object_of(object.members));
    return schema;
}

inline Json schema_of(const Definition& definition) {
    Json schema = object_of(definition.members);
    if (!definition.otherwise.empty()) {
        schema["anyOf"] = {words_of(definition.words), reference_to(definition.otherwise)};
    } else if (!definition.words.empty()) {
        schema.update(words_of(definition.words));
    }
    describe(schema, definition.help);
    return schema;
}

/// JSON Schema, draft 2020-12, for editors.
inline std::string json_schema(const FileFormat& format) {
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", format.title}};
    schema.update(schema_of(format.objects.front()));
    for (const Definition& definition : format.definitions)
        schema["$defs"][std::string(definition.name)] = schema_of(definition);
    for (const ObjectKeys& object : std::span(format.objects).subspan(1))
        schema["$defs"][std::string(object.name)] = schema_of(object);
    return schema.dump(2) + "\n";
}

/// Of job files: the options, and what stands beside them.
inline std::string job_schema() {
    std::vector<Key> keys(std::begin(kJobKeyList), std::end(kJobKeyList));
    std::deque<std::string> lists;
    for (const Option& option : options()) {
        Schema schema{.members = option.schema};
        if (takes_list(option)) {
            schema.members = lists.emplace_back(fmt::format(
                R"("anyOf": [{{{0}}}, {{"type": "array", "minItems": 1, "items": {{{0}}}}}])",
                option.schema));
        }
        keys.push_back({option.name, Presence::Optional, schema, option.help});
    }
    return json_schema({"Broadside jobs", {kJobFileKeys, {kJobKeys.name, keys}}});
}

}  // namespace broadside::load
