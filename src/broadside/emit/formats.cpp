#include "broadside/emit/formats.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "broadside/base/image.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

struct Markup {
    std::string_view begin;
    std::string_view end;
};

/// A document type ends at the first bracket that closes: entities between square brackets are not
/// told apart, and what follows them is skipped like a comment.
constexpr std::array<Markup, 4> kBeforeTheRoot = {
    {{"<?", "?>"}, {"<!--", "-->"}, {"<!DOCTYPE", ">"}, {"<!ENTITY", ">"}}};

std::string_view without_space(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n]>"), text.size()));
    return text;
}

bool is_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

bool is_png(std::string_view bytes) { return bytes.starts_with(kPngSignature); }

/// An element `svg` after what may stand before it.
bool is_svg(std::string_view bytes) {
    bytes = unicode::without_byte_order_mark(bytes);
    for (bytes = without_space(bytes); !bytes.empty(); bytes = without_space(bytes)) {
        const auto markup =
            std::find_if(kBeforeTheRoot.begin(), kBeforeTheRoot.end(),
                         [bytes](const Markup& kind) { return bytes.starts_with(kind.begin); });
        if (markup == kBeforeTheRoot.end()) break;
        const std::size_t end = bytes.find(markup->end, markup->begin.size());
        if (end == std::string_view::npos) return false;
        bytes.remove_prefix(end + markup->end.size());
    }
    const std::string_view name = bytes.substr(0, bytes.find_first_of(" \t\r\n/>"));
    return name == "<svg" || (name.starts_with('<') && name.ends_with(":svg"));
}

/// Neither case nor space before it counts; a document type comes first where there is one. Of
/// fragments only our own are known.
bool is_html(std::string_view bytes) {
    bytes = unicode::without_byte_order_mark(bytes);
    if (bytes.starts_with("<div class=\"bsd-")) return true;
    const std::string beginning = unicode::in_small_ascii(
        without_space(bytes).substr(0, std::string_view("<!doctype html").size()));
    return beginning == "<!doctype html" || beginning.starts_with("<html");
}

}  // namespace

const std::vector<Format>& formats() {
    static const std::vector<Format> rows = {
        {"pdf",
         "pdf",
         "a PDF",
         is_pdf,
         false,
         emit_pdf,
         {.creation_time = true, .attachments = true}},
        {"svg", "svg", "an SVG", is_svg, true, emit_svg, {.svg_text = true, .svg_theme = true}},
        {"png", "png", "a PNG", is_png, true, emit_png, {.pixels = true}},
        {"html", "html", "an HTML page", is_html, false, emit_html, {.html = true}},
    };
    return rows;
}

const Format* find_format(std::string_view name) {
    const auto row = std::find_if(formats().begin(), formats().end(),
                                  [&](const Format& format) { return format.name == name; });
    return row != formats().end() ? &*row : nullptr;
}

Diagnostics check_pages(const scene::Scene& scene) {
    if (scene.pages.empty()) return {error("no-pages", "expected at least one page, got none")};
    Diagnostics errors;
    for (const scene::Page& page : scene.pages) {
        const auto [width, height] = page.size;
        if (width > Pt(0) && height > Pt(0) && fits(width, limits::kMaxPageLength) &&
            fits(height, limits::kMaxPageLength)) {
            continue;
        }
        errors.push_back(
            error("page-size",
                  fmt::format("expected a page of up to {} pt a side, got {:.2f} x {:.2f} pt",
                              limits::kMaxPageLength.value, width.value, height.value)));
    }
    return errors;
}

}  // namespace broadside::emit
