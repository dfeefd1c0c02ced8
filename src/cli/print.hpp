#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// To standard error, in the form that was asked for.
void print_diagnostics(const std::vector<Diagnostic>& diagnostics, const Invocation& invocation);

/// One line a written file, to standard output.
void print_pages(const Report& report, const Invocation& invocation);

/// One line a layout, or one for the dataset alone, to standard output.
void print_check(const Report& report, const Invocation& invocation);

/// `1 page, smallest type 6.9 pt`, and `, size set by de` where languages share a grid.
std::string summary(const PageReport& page);

/// A string as JSON writes it, quotes included.
std::string json_string(std::string_view text);

/// One JSON object on one line; what is not known is left out.
std::string to_json(const Diagnostic& diagnostic);

}  // namespace broadside::cli
