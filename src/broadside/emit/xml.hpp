#pragma once

#include <string>
#include <string_view>

namespace broadside::emit {

/// Safe as text and as a quoted attribute. What XML 1.0 cannot hold, control characters and
/// malformed UTF-8, becomes U+FFFD.
std::string escape_xml(std::string_view text);

}  // namespace broadside::emit
