#pragma once

#include <memory>

#include "broadside/base/font_manifest.hpp"
#include "broadside/base/result.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

/// The shaper of the product: Pango analyses the text (bidirectional levels, scripts, line breaks),
/// the manifest names the faces, HarfBuzz shapes, Liang's patterns hyphenate. The system's fonts
/// and fontconfig play no part.
///
/// A shaper belongs to one thread; several work at once and answer alike. Each family with a file
/// that is not there is a warning, with the Debian package that brings it: what lacks that file
/// comes back as `missing`. Fails when no font file of the manifest can be read.
Result<std::unique_ptr<Shaper>> make_pango_shaper(std::shared_ptr<const FontManifest> manifest);

}  // namespace broadside::text
