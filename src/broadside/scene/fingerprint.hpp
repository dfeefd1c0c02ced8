#pragma once

#include "broadside/base/content_hash.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::scene {

/// Equal for scenes that every format draws alike: made from every field that a format may read,
/// and from nothing else. A font file counts by the face it holds, not by where it lies; whoever
/// compares fingerprints of several runs compares the fonts' contents too.
Digest fingerprint(const Scene& scene);

}  // namespace broadside::scene
