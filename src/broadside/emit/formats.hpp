#pragma once

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/scene/scene.hpp"

/// What the registry's rows call. Each takes what `EmitScene` or `EmitDocument` says.
namespace broadside::emit {

/// One file with every page: text as embedded subset fonts with Unicode, symbols as forms, live
/// links. Fails when there is no page, a page is larger than PDF allows, a font file cannot be read
/// or the date has no four-digit year.
Diagnostics emit_pdf(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take);

/// One file a page: real text, inline paths, ARIA roles, no script, no reference to anything
/// outside the file. Two files can stand inline in one HTML page: every id starts with a hash of
/// its file. A page that leads to others waits until all of them have their hashes. Fails when
/// there is no page or a page has no usable size and, for outlines, when a font file cannot be
/// read.
Diagnostics emit_svg(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take);

/// One file a page, at `options.ppi`. Fails when a page has more pixels than `limits::kMaxPixels`
/// or more on a side than Cairo draws, when a font file cannot be read, or where Cairo is not
/// there.
Diagnostics emit_png(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take);

/// One page that needs nothing else, or an element for another page: no script, no file beside it,
/// no request. Nothing is laid out:
/// lines, widths and heights are the browser's, while type, colours and proportions are the
/// layout's. One `rem` is the size of a table's cells.
Result<File> emit_html(const doc::Document& document, const Options& options);

/// What no format can write: no page at all, or a page without an area or larger than a PDF page
/// may be.
Diagnostics check_pages(const scene::Scene& scene);

}  // namespace broadside::emit
