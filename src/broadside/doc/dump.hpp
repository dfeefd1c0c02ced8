#pragma once

#include <string>

#include "broadside/doc/document.hpp"

namespace broadside::doc {

/// The document as indented text, for goldens and for `broadside dump --stage doc`.
std::string dump(const Document& document);

}  // namespace broadside::doc
