#pragma once

#include <string>
#include <string_view>

namespace broadside {

/// A JSON string with its quotes (RFC 8259, section 7); `text` is UTF-8.
std::string json_text(std::string_view text);

}  // namespace broadside
