#pragma once

#include <span>
#include <string>
#include <vector>

#include "broadside/load/syntax/schema.hpp"

/// The files that people write, as the tables of their readers know them.
namespace broadside::load {

struct FileFormat {
    std::string_view title;
    std::vector<ObjectKeys> objects;           // the file itself first
    std::vector<Definition> definitions = {};  // of values that are no objects
};

FileFormat dataset_format();
FileFormat layout_format();
FileFormat locale_format();

/// The keys of the file itself.
std::span<const Key> dataset_keys();
std::span<const Key> locale_keys();

/// The parts of a dataset that have words, in the order of locale files.
std::span<const std::string_view> word_keys();

/// JSON Schema, draft 2020-12, for editors.
std::string json_schema(const FileFormat& format);

}  // namespace broadside::load
