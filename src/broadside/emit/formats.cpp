#include <algorithm>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf.hpp"
#include "broadside/emit/png.hpp"
#include "broadside/emit/svg.hpp"

namespace broadside::emit {

const std::vector<Format>& formats() {
    static const std::vector<Format> rows = {
        {"pdf", "pdf", false, emit_pdf},
        {"svg", "svg", true, emit_svg},
        {"png", "png", true, emit_png},
    };
    return rows;
}

const Format* find_format(std::string_view name) {
    const auto row = std::find_if(formats().begin(), formats().end(),
                                  [&](const Format& format) { return format.name == name; });
    return row != formats().end() ? &*row : nullptr;
}

}  // namespace broadside::emit
