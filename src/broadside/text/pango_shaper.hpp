#pragma once

#include <memory>

#include "broadside/base/font_manifest.hpp"
#include "broadside/base/result.hpp"
#include "broadside/text/font_files.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

/// The shaper of the product: Pango analyses the text (bidirectional levels, scripts, line breaks),
/// the manifest names the faces, HarfBuzz shapes, Liang's patterns hyphenate. The system's fonts
/// and fontconfig play no part.
///
/// A shaper belongs to one thread; several work at once and answer alike. A file is opened when a
/// text first needs it: a manifest may name more fonts and patterns than a machine has, and what a
/// text lacks comes back with its shape. Fails when the manifest names no font at all.
///
/// Shapers that share `files` read each font once.
Result<std::unique_ptr<Shaper>> make_pango_shaper(
    std::shared_ptr<const FontManifest> manifest,
    std::shared_ptr<FontFiles> files = std::make_shared<FontFiles>());

}  // namespace broadside::text
