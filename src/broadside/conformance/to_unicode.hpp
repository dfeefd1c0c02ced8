#pragma once

#include <map>
#include <string>

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// UTF-8 by code of two bytes.
using TextOfCode = std::map<unsigned, std::string>;

/// The texts of a ToUnicode CMap (PDF 1.7, 9.10.3), which has only what such CMaps need. Texts that
/// say nothing to others are problems.
TextOfCode read_to_unicode(std::string_view cmap, const Check& check);

}  // namespace broadside::conformance
