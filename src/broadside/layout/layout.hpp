#pragma once

#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/placed/document.hpp"
#include "broadside/text/shaper.hpp"

/// PASS doc → placed: sizes columns, breaks lines, solves rows, paginates, fits.
namespace broadside::layout {

/// Fails when a glyph is missing, when something cannot be made narrow enough for its page, or when
/// `fit` reaches its floor; every failure names the text that is to blame.
Result<placed::Document> layout(const doc::Document& document, text::Shaper& shaper);

}  // namespace broadside::layout
