#pragma once

#include <span>
#include <string_view>

#include "broadside/load/syntax/schema.hpp"

/// The files that people write, as the tables of their readers know them.
namespace broadside::load {

FileFormat dataset_format();
FileFormat layout_format();
FileFormat locale_format();

/// The keys of the file itself.
std::span<const Key> dataset_keys();
std::span<const Key> locale_keys();

/// The parts of a dataset that have words, in the order of locale files.
std::span<const std::string_view> word_keys();

}  // namespace broadside::load
