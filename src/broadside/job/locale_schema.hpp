#pragma once

#include <string>
#include <string_view>

#include "broadside/job/input.hpp"

namespace broadside {

/// The `"$schema"` of a locale that lies in `folder`: beside the schema that the dataset names.
/// Empty where it names none, or where no path leads from one to the other.
std::string locale_schema(const DatasetInput& dataset, std::string_view folder);

}  // namespace broadside
