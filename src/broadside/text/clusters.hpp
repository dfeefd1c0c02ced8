#pragma once

#include <hb.h>

#include <vector>

#include "broadside/text/handles.hpp"
#include "broadside/text/itemize.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

/// What the stretches of one paragraph have in common.
struct ShapingInput {
    const Paragraph& paragraph;
    const Request& request;
    const std::vector<Break>& breaks;  // one a character
};

/// Shapes a stretch with HarfBuzz and appends its item, clusters and glyphs, and the characters
/// found missing. No ligature is made over a `Hyphen`; any other break inside a cluster is lost.
void append_stretch(Shaped& shaped, const ShapingInput& input, const Stretch& stretch,
                    hb_buffer_t* buffer);

}  // namespace broadside::text
