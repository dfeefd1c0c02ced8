#pragma once

#include <string>
#include <vector>

#include "broadside/editions/editions.hpp"
#include "broadside/model/build_manifest.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::batch {

/// Every face that a scene shows text in, sorted.
std::vector<model::UsedFace> faces_of(const scene::Scene& scene);

/// What the manifest says of each file of an edition; what differs from file to file is left open.
model::ManifestEntry describe(const Edition& edition, const scene::Scene& scene,
                              const std::vector<Diagnostic>& problems);

}  // namespace broadside::batch
