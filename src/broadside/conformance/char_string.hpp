#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "broadside/conformance/cff_data.hpp"

namespace broadside::conformance {

/// What outlines of a CFF font share (Adobe Technical Note 5176, 15 and 16).
struct CffPrivate {
    double default_width = 0, nominal_width = 0;
    CffIndex subroutines = {};
};

/// Carries out a Type 2 charstring (Adobe Technical Note 5177) as far as its stack goes. Returns
/// the width that it says, or the default one; none, with the reason in `mistake`. `steps` is what
/// may be done yet, here and by others: subroutines make much of little.
std::optional<double> read_char_string(std::string_view code, const CffPrivate& own,
                                       const CffIndex& global_subroutines, std::size_t& steps,
                                       std::string& mistake);

}  // namespace broadside::conformance
