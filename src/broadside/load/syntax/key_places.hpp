#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/syntax/schema.hpp"

namespace broadside::load {

/// The objects of a file that have such a key, as pointers in which `*` is any id or number, or
/// "the file itself", with the name of the object in the JSON Schema where others may stand there:
/// those nearest to the file first.
std::vector<std::string> places_of_key(const FileFormat& format, std::string_view key);

}  // namespace broadside::load
