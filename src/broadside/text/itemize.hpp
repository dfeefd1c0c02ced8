#pragma once

#include <hb.h>

#include <cstdint>
#include <string>
#include <vector>

#include "broadside/text/font_set.hpp"
#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// The spans' texts one after the other, valid UTF-8 whatever they held. Broken bytes and NUL,
/// which Pango does not take, become U+FFFD.
struct Paragraph {
    std::string utf8;
    unicode::Characters characters;
    std::vector<std::uint32_t> span_ends;  // in bytes of `utf8`
};

Paragraph join_spans(const std::vector<Span>& spans);

/// A stretch of one span, direction, script and face, to be shaped in one go.
struct Stretch {
    std::uint32_t begin = 0, end = 0;  // bytes of the paragraph's text
    std::uint32_t span = 0;
    std::uint8_t level = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    const OpenFont* font = nullptr;  // null: no face can show it, or the request's is not there
};

/// Cuts a paragraph into stretches that cover it, in logical order. Characters that no face has
/// stay with the requested one, where shaping finds them missing; a sign that every face would only
/// put together wrongly has none. No combining mark is parted from its base.
std::vector<Stretch> itemize(const Paragraph& paragraph, const Request& request, FontSet& fonts);

}  // namespace broadside::text
