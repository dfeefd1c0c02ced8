#include "broadside/emit/svg/page.hpp"

#include <cmath>
#include <exception>
#include <new>

#include <fmt/format.h>

#include FT_OUTLINE_H

#include "broadside/emit/markup.hpp"
#include "broadside/emit/svg/path.hpp"

namespace broadside::emit {

namespace {

/// Receives one glyph's outline. Font units take the place of the grid's, ten to a unit, so that
/// they are written as they are; SVG's y axis points down.
struct OutlineSink {
    SvgPathData data;
    bool is_open = false;
    std::exception_ptr failure;  // no exception may pass through FreeType

    void close() {
        if (is_open) data.close();
        is_open = false;
    }
};

GridPoint place(const FT_Vector& point) { return {point.x * 10, -point.y * 10}; }

/// Anything but 0 ends FreeType's walk.
template <typename Work>
int receive(void* user, Work work) {
    auto& sink = *static_cast<OutlineSink*>(user);
    try {
        work(sink);
        return 0;
    } catch (...) {
        sink.failure = std::current_exception();
        return 1;
    }
}

int move_to(const FT_Vector* to, void* user) {
    return receive(user, [to](OutlineSink& sink) {
        sink.close();
        sink.data.move_to(place(*to));
        sink.is_open = true;
    });
}

int line_to(const FT_Vector* to, void* user) {
    return receive(user, [to](OutlineSink& sink) { sink.data.line_to(place(*to)); });
}

int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
    return receive(user,
                   [=](OutlineSink& sink) { sink.data.quadratic_to(place(*control), place(*to)); });
}

int cubic_to(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to,
             void* user) {
    return receive(user, [=](OutlineSink& sink) {
        sink.data.cubic_to(place(*control1), place(*control2), place(*to));
    });
}

constexpr FT_Outline_Funcs kCallbacks = {move_to, line_to, conic_to, cubic_to, 0, 0};

/// The face is this output's own, and every glyph has been loaded before.
std::string outline(FT_Face face, std::uint32_t glyph) {
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0) throw std::bad_alloc();
    OutlineSink sink;
    FT_Outline_Decompose(&face->glyph->outline, &kCallbacks, &sink);
    if (sink.failure) std::rethrow_exception(sink.failure);
    sink.close();
    return sink.data.take();
}

}  // namespace

const std::string& SvgOutlines::reference(const FontFace& font, std::uint32_t glyph) {
    const auto [position, is_new] = references_.try_emplace({key_of(font), glyph});
    if (!is_new) return position->second;
    const Face& face = faces_.at(key_of(font));
    const std::string data = outline(face.open->freetype(), face.glyph(glyph));
    if (data.empty()) return position->second;
    position->second = fmt::format("{}-g{}", kFileName, next_++);
    definitions_ += fmt::format("<path id=\"{}\" d=\"{}\"/>\n", position->second, data);
    return position->second;
}

std::string SvgOutlines::run(const LineRun& run) {
    const GlyphRun& text = run.glyphs;
    const double units_per_em = faces_.at(key_of(*text.font)).open->freetype()->units_per_EM;
    const double scale = text.size.value * 10 / units_per_em;  // to the view box, ten units a point
    std::string uses;
    for (const RunGlyph& glyph : text.glyphs) {
        const std::string& id = reference(*text.font, glyph.id);
        if (id.empty()) continue;
        // `xlink:href`, because Inkscape ignores the plain one.
        uses += fmt::format("<use xlink:href=\"#{}\"", id);
        const long x = std::lround(glyph.x.value * 10 / scale);
        const long y = std::lround(glyph.y.value * 10 / scale);
        if (x != 0) uses += fmt::format(" x=\"{}\"", x);
        if (y != 0) uses += fmt::format(" y=\"{}\"", y);
        uses += "/>";
    }
    if (uses.empty()) return uses;
    return fmt::format(
        "<g aria-hidden=\"true\"{} transform=\"matrix({:.6f} 0 0 {:.6f} {} "
        "{})\">{}</g>\n",
        colours_.fill(text.colour), scale, scale, units(run.origin.x), units(run.origin.y), uses);
}

std::string SvgOutlines::line(const scene::Line& line) {
    std::string out;
    for (const LineRun& each : line.runs) out += run(each);
    return out;
}

std::string SvgOutlines::definitions() const {
    return definitions_.empty() ? std::string() : fmt::format("<defs>\n{}</defs>\n", definitions_);
}

}  // namespace broadside::emit
