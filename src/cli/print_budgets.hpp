#pragma once

#include <string>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// A table of a language's tightest texts, in characters and millimetres that are left or, below
/// zero, lacking.
std::string budget_table(const std::string& layout, const LanguageBudgets& budgets);

/// Every text as one JSON object on a line of its own.
std::string budget_lines(const std::string& layout, const LanguageBudgets& budgets);

/// To standard output, in the form that was asked for.
void print_budgets(const std::vector<LayoutBudgets>& report, const Invocation& invocation);

}  // namespace broadside::cli
