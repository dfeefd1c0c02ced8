#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/emit/emit.hpp"

namespace broadside::emit {

/// One page that needs nothing else: no script, no file beside it, no request. Nothing is laid out:
/// lines, widths and heights are the browser's, while type, colours and proportions are the
/// layout's. One `rem` is the size of a table's cells.
Result<File> emit_html(const doc::Document& document);

}  // namespace broadside::emit
