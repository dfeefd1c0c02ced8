#pragma once

#include <string>

#include "broadside/placed/document.hpp"

namespace broadside::placed {

/// The document as indented text, lengths in points to 0.01, for goldens and for `broadside dump
/// --stage placed`.
std::string dump(const Document& document);

}  // namespace broadside::placed
