#include "broadside/layout/small_codes.hpp"

#include <cmath>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/doc/parts.hpp"

namespace broadside::layout {

namespace {

/// What is shown of a millimetre: a code that is told to be 0.40 mm wide is wide enough.
constexpr Pt kShown = millimetres(0.005);

Diagnostic small_code(const doc::Symbol& code, Pt module, double scale) {
    const double modules = code.drawing->height;
    const double least = limits::kLeastQrModule * modules / (millimetres(1) * scale);
    return warning("small-qr-code",
                   fmt::format("the modules of the QR code are {:.2f} mm wide; from {:.1f} mm on "
                               "telephones read them",
                               module / millimetres(1), limits::kLeastQrModule / millimetres(1)),
                   {fmt::format("shorten the address, or write \"symbols\": {{\"qr\": "
                                "\"{:.0f}mm\"}} into the layout",
                                std::ceil(least))})
        .at(code.code_of);
}

}  // namespace

std::vector<Diagnostic> small_codes(const doc::Document& document, const Setting& setting) {
    std::vector<Diagnostic> found;
    doc::for_each_part(document.blocks, [&](const doc::Symbol& symbol) {
        if (!symbol.code_of) return;
        const Pt module = setting.scaled(symbol.height) / symbol.drawing->height;
        if (module <= limits::kLeastQrModule - kShown)
            found.push_back(small_code(symbol, module, setting.type_scale));
    });
    return found;
}

}  // namespace broadside::layout
