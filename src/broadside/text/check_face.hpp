#pragma once

#include <hb.h>

#include <string>

#include "broadside/base/font_face.hpp"

namespace broadside::text {

/// Why the tables that measuring and drawing rest on cannot be used: they are not there, too short,
/// or contradict each other. Empty when they can. HarfBuzz and FreeType check what they read, and
/// go on with something else; a page must not.
std::string fault_of_tables(hb_face_t* face);

/// Why the metrics are those of no font. Empty when they may be.
std::string fault_of_metrics(const FontMetrics& metrics);

}  // namespace broadside::text
