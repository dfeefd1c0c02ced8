#pragma once

#include <string>
#include <string_view>

namespace broadside::emit {

/// In zlib's format, which PDF calls `FlateDecode`.
std::string deflated(std::string_view bytes);

}  // namespace broadside::emit
