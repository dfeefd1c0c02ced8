#pragma once

#include <string>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// A table with a row for each language and face, and one for each language's hyphenation; for
/// `DiagnosticsForm::Json` one object a line.
std::string fonts_text(const FontReport& report, DiagnosticsForm form);

}  // namespace broadside::cli
