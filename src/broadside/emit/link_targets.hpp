#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Ids of the pages' groups that some note mark on them calls: the only ids that a link may name,
/// because a link to nothing is an error in PDF and a trap for the reader everywhere.
std::set<std::string> called_notes(std::span<const scene::Page> pages);

/// The id with every byte but letters, digits, `-` and `.` as `_xx`: safe in XML ids, fragments and
/// Cairo's tag attributes, and different for different ids.
std::string anchor_name(std::string_view id);

}  // namespace broadside::emit
