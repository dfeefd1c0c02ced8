#pragma once

#include <string>
#include <string_view>

#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// The manifest as its file holds it; `load::load_build_manifest` reads it back.
std::string to_json(const model::BuildManifest& manifest);

/// Whether a file that cannot be loaded was one nevertheless, by how it begins.
bool begins_as_manifest(std::string_view bytes);

}  // namespace broadside::batch
