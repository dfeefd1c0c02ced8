#include "broadside/job/locale_schema.hpp"

#include <filesystem>

#include "broadside/files/paths.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside {

namespace {

std::string schema_of(const DatasetInput& dataset) {
    const std::string_view text = load::without_byte_order_mark(dataset.file.bytes);
    load::Report ignored(dataset.file.name, text);
    const auto root = load::parse_json(text, ignored);
    const load::JsonMember* member = root ? root->find("$schema") : nullptr;
    return member == nullptr ? "" : member->value.text;
}

}  // namespace

std::string locale_schema(const DatasetInput& dataset, std::string_view folder) {
    constexpr std::string_view kOfDatasets = "dataset.schema.json";
    std::string schema = schema_of(dataset);
    if (!schema.ends_with(kOfDatasets)) return "";
    schema.replace(schema.size() - kOfDatasets.size(), kOfDatasets.size(), "locale.schema.json");
    const bool is_absolute = schema.front() == '/' || schema.find("://") != std::string::npos;
    if (is_absolute) return schema;
    const std::filesystem::path path = joined(dataset.folder, schema);
    return path.lexically_normal()
        .lexically_relative(std::filesystem::path(folder).lexically_normal())
        .generic_string();
}

}  // namespace broadside
