#pragma once

#include <hb.h>

#include <memory>
#include <string_view>
#include <vector>

#include "broadside/text/itemize.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using BufferHandle = std::unique_ptr<hb_buffer_t, BufferDeleter>;

/// Shapes a stretch with HarfBuzz and appends its item, clusters and glyphs, and the characters
/// found missing. `breaks` has one entry a character. No ligature is made over a `Hyphen`; any
/// other break inside a cluster is lost.
void append_stretch(Shaped& shaped, const Paragraph& paragraph, const Stretch& stretch,
                    const Request& request, const std::vector<Break>& breaks, hb_buffer_t* buffer);

}  // namespace broadside::text
