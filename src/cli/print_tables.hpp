#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// A table of a language's tightest texts, in characters and millimetres that are left or, below
/// zero, lacking.
std::string budget_table(const std::string& layout, const LanguageBudgets& budgets);

/// Every text as one JSON object on a line of its own.
std::string budget_lines(const std::string& layout, const LanguageBudgets& budgets);

/// To standard output, in the form that was asked for.
void print_budgets(const std::vector<LayoutBudgets>& report, const Invocation& invocation);

/// A table with a row for each language and face, and one for each language's hyphenation; for
/// `DiagnosticsForm::Json` one object a line.
std::string fonts_text(const FontReport& report, DiagnosticsForm form);

}  // namespace broadside::cli
