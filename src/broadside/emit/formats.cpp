#include <algorithm>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf.hpp"
#include "broadside/emit/png.hpp"
#include "broadside/emit/signature.hpp"
#include "broadside/emit/svg.hpp"

namespace broadside::emit {

const std::vector<Format>& formats() {
    static const std::vector<Format> rows = {
        {"pdf", "pdf", "a PDF", is_pdf, false, emit_pdf, {.ppi = false, .svg_text = false}},
        {"svg", "svg", "an SVG", is_svg, true, emit_svg, {.ppi = false, .creation_time = false}},
        {"png",
         "png",
         "a PNG",
         is_png,
         true,
         emit_png,
         {.svg_text = false, .creation_time = false}},
    };
    return rows;
}

const Format* find_format(std::string_view name) {
    const auto row = std::find_if(formats().begin(), formats().end(),
                                  [&](const Format& format) { return format.name == name; });
    return row != formats().end() ? &*row : nullptr;
}

}  // namespace broadside::emit
