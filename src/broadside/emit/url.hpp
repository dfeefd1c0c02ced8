#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::emit {

/// The address as it may stand in a file that others open: http, https or mailto only, everything
/// outside RFC 3986's characters percent-encoded, and quotes, parentheses and backslashes too,
/// which end a string in PDF or in Cairo's tag attributes. Nothing when the scheme is another one,
/// `javascript:` above all.
std::optional<std::string> safe_url(std::string_view url);

}  // namespace broadside::emit
