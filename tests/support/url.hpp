#pragma once

#include <string_view>

#include "broadside/base/url.hpp"

namespace broadside::test {

/// An address that is known to be one.
inline Url url(std::string_view text) { return parse_url(text).value(); }

}  // namespace broadside::test
