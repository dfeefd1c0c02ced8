#pragma once

#include <string>

namespace broadside::emit {

/// A font file as WOFF2 (W3C, WOFF File Format 2.0), as browsers take it. `font` is one that
/// HarfBuzz wrote.
std::string woff2(const std::string& font);

}  // namespace broadside::emit
