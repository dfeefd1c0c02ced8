#pragma once

#include "broadside/placed/document.hpp"
#include "broadside/scene/scene.hpp"

/// PASS placed → scene: bands, rules, cells, legend, notes as draw ops with their meaning. Cannot
/// fail.
namespace broadside::paint {

scene::Scene paint(const placed::Document& document);

}  // namespace broadside::paint
