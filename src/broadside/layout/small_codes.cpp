#include "broadside/layout/small_codes.hpp"

#include <cmath>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside::layout {

namespace {

/// What is shown of a millimetre: a code that is told to be 0.40 mm wide is wide enough.
constexpr Pt kShown = millimetres(0.005);

class SmallCodes {
public:
    explicit SmallCodes(const Setting& setting) : setting_(setting) {}

    void look_at(const std::vector<doc::Block>& blocks) {
        for (const doc::Block& block : blocks) {
            if (const auto* row = std::get_if<doc::RowBlock>(&block.kind)) look_at(row->blocks);
            const auto* links = std::get_if<doc::LinksBlock>(&block.kind);
            if (!links) continue;
            for (const doc::Link& link : links->links) {
                if (link.qr) look_at(*link.qr, link);
            }
        }
    }

    std::vector<Diagnostic> take() && { return std::move(found_); }

private:
    void look_at(const doc::Symbol& code, const doc::Link& link) {
        const double modules = code.drawing->height;
        const Pt module = setting_.scaled(code.height) / modules;
        if (module > limits::kLeastQrModule - kShown) return;
        const double least = limits::kLeastQrModule * modules / setting_.scaled(millimetres(1));
        found_.push_back(
            warning("small-qr-code",
                    fmt::format("the modules of the QR code are {:.2f} mm wide; from {:.1f} mm on "
                                "telephones read them",
                                module / millimetres(1), limits::kLeastQrModule / millimetres(1)),
                    {fmt::format("shorten the address, or write \"symbols\": {{\"qr\": "
                                 "\"{:.0f}mm\"}} into the layout",
                                 std::ceil(least))})
                .at({"", link.text.origin}));
    }

    const Setting& setting_;
    std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> small_codes(const doc::Document& document, const Setting& setting) {
    SmallCodes codes(setting);
    codes.look_at(document.blocks);
    return std::move(codes).take();
}

}  // namespace broadside::layout
