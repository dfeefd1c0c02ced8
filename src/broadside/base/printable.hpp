#pragma once

#include <string>
#include <string_view>

namespace broadside {

/// `text` for a terminal, on one line: no command to it, and nothing that makes a reader see
/// another text. Controls, line ends among them, separators of lines, and what turns the direction
/// of writing or has no width are shown as `\u001b`, bytes that are no UTF-8 as `\xff`. Applied
/// again, it changes nothing.
std::string printable(std::string_view text);

/// A JSON string with its quotes (RFC 8259, section 7), in UTF-8 whatever `text` is, which
/// may be the name of a file: a byte that is not UTF-8 becomes U+FFFD.
std::string json_text(std::string_view text);

}  // namespace broadside
