#pragma once

#include <string>

#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// The manifest as its file holds it; `load::load_build_manifest` reads it back.
std::string to_json(const model::BuildManifest& manifest);

}  // namespace broadside::batch
