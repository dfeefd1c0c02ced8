#pragma once

#include <string>
#include <string_view>

namespace broadside {

/// A JSON string with its quotes (RFC 8259, section 7), in UTF-8 whatever `text` is, which
/// may be the name of a file: a byte that is not UTF-8 becomes U+FFFD.
std::string json_text(std::string_view text);

}  // namespace broadside
