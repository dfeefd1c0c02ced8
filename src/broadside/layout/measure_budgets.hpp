#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/layout/text_budget.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::layout {

struct DocumentBudgets {
    std::vector<TextBudget> texts;           // in reading order of the first document
    std::vector<Diagnostic> missing_glyphs;  // why there are none
};

/// Which places texts are held against: those of the grid that all documents share, or those of the
/// first document by itself.
enum class ReferenceGrid { Shared, First };

/// The budgets of every document's texts, in the order of the documents; they are the same dataset
/// in the same layout. A document that lacks glyphs is left out of the grid and has no budgets.
/// Fails when the first document lacks some, or when the reference cannot be laid out.
Result<std::vector<DocumentBudgets>> measure_budgets(
    const std::vector<const doc::Document*>& documents, ReferenceGrid reference,
    text::Shaper& shaper);

}  // namespace broadside::layout
