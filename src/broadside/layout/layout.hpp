#pragma once

#include <memory>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/placed/document.hpp"
#include "broadside/text/shaper.hpp"

/// PASS doc → placed: sizes columns, breaks lines, solves rows, paginates, fits.
namespace broadside::layout {

/// Fails when a glyph is missing, when something cannot be made narrow enough for its page, or when
/// `fit` reaches its floor; every failure names the text that is to blame.
Result<placed::Document> layout(const doc::Document& document, text::Shaper& shaper);

/// Languages of one dataset in one layout, in one grid: the same type size, column edges (mirrored
/// where the language runs from right to left), row heights, block positions and page breaks.
/// Results stand in the order of the documents, of which there is at least one. A document that
/// lacks glyphs fails by itself and the grid is that of the others; when anything else fails, all
/// do.
std::vector<Result<placed::Document>> layout_together(
    const std::vector<const doc::Document*>& documents, text::Shaper& shaper);

class KnownGrid;

/// Those of the last documents that a thread had laid out, a few, the latest first.
using KnownGrids = std::vector<std::shared_ptr<KnownGrid>>;

/// The same as `layout`. A document that differs from one before only in texts, and these need as
/// much room, gets its grid without a search.
Result<placed::Document> layout_like_others(const std::shared_ptr<const doc::Document>& document,
                                            text::Shaper& shaper, KnownGrids& known);

}  // namespace broadside::layout
