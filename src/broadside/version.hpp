#pragma once

#include <string>

namespace broadside {

/// The program's version, then the libraries that its output depends on, one a line.
std::string version_text();

}  // namespace broadside
