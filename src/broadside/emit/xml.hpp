#pragma once

#include <string>
#include <string_view>

namespace broadside::emit {

/// Safe as text and as a quoted attribute. What XML 1.0 cannot hold, control characters and
/// malformed UTF-8, becomes U+FFFD.
std::string escape_xml(std::string_view text);

/// Safe as part of an id, a class and a fragment, and different for different names: every byte but
/// letters, digits and `signs` is `_xx`.
std::string plain_name(std::string_view name, std::string_view signs);

}  // namespace broadside::emit
