#include "broadside/emit/html/style.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "broadside/emit/html/rules.hpp"

namespace broadside::emit {

namespace {

constexpr double kWidestWindow = 60;  // in rem, unless the layout's page is wider
constexpr int kAnyWindow = 0;         // as if each were too narrow

}  // namespace

std::string css_string(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        // Nothing in a style sheet may end it.
        if (c == '\'' || c == '\\' || c == '<' || static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\{:x} ", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out + "'";
}

HtmlStyle::HtmlStyle(const doc::Document& document) : main_(document.page.text) {
    const doc::Page& page = document.page;
    widest_ = std::max(kWidestWindow,
                       (page.size.width - page.margin.left - page.margin.right) / main_.size);
}

std::string HtmlStyle::head_class(double width, HeadTurn turn) {
    const int narrow = width > widest_ ? kAnyWindow : static_cast<int>(std::ceil(width));
    narrow_.insert(narrow);
    slants_ = slants_ || turn == HeadTurn::Slanted;
    return fmt::format("{}-{}{}", turn == HeadTurn::Upright ? "brief" : "turn", narrow,
                       turn == HeadTurn::Slanted ? " bsd-slant" : "");
}

std::string HtmlStyle::class_of(const std::string& declarations) {
    if (declarations.empty()) return {};
    return classes_.try_emplace(declarations, fmt::format("b{}", classes_.size())).first->second;
}

std::string HtmlStyle::text(const TextStyle& style, const TextStyle& around) {
    std::string out;
    if (style.family != around.family)
        out += fmt::format("font-family:{},sans-serif;", css_string(*style.family));
    if (style.weight != around.weight) out += fmt::format("font-weight:{};", style.weight);
    if (style.slant != around.slant)
        out += style.slant == FontSlant::Italic ? "font-style:italic;" : "font-style:normal;";
    if (style.size != around.size) out += fmt::format("font-size:{};", type_size(style.size));
    if (style.line_height != around.line_height)
        out += fmt::format("line-height:{:.4g};", style.line_height);
    if (style.colour != around.colour) out += fmt::format("color:{};", colour(style.colour));
    return out;
}

std::string HtmlStyle::colour(Colour colour) {
    if (colour.name == PaletteColour::None) return to_string(colour);
    palette_.emplace(colour.name, colour);
    return fmt::format("var(--bsd-{})", to_string(colour.name));
}

std::string HtmlStyle::length(Pt length) const {
    return fmt::format("{:.4g}rem", length / main_.size);
}

/// Large type grows with the window, and with the reader's own size of type.
std::string HtmlStyle::type_size(Pt size) const {
    constexpr double kLarge = 1.5;
    const std::string rem = length(size);
    return size > main_.size * kLarge ? fmt::format("min({},.8rem + 5vw)", rem) : rem;
}

std::string HtmlStyle::sheet(const doc::Page& page) {
    // The plate of a QR code is as light as the paper, whatever is around it.
    palette_.emplace(PaletteColour::Paper, page.paper);
    const Pt width = page.size.width - page.margin.left - page.margin.right;
    std::string rules = fmt::format(
        "max-width:max({}rem,{});margin:0 auto;padding:1rem;overflow-wrap:anywhere;"
        "-webkit-text-size-adjust:100%;text-size-adjust:100%;background:{};{}\n",
        kWidestWindow, length(width), colour(page.paper),
        text(main_, TextStyle{{}, 0, FontSlant::Upright, Pt(0), 0, {}}));
    rules += kHtmlRules;
    if (!narrow_.empty()) rules += ".bsd-short{display:none}\n";
    for (const int narrow : narrow_) {
        const std::string heads = fmt::format(kHtmlHeadRules, narrow);
        rules += narrow == kAnyWindow
                     ? heads
                     : fmt::format("@media(max-width:{}rem){{\n{}}}\n", narrow, heads);
    }
    if (slants_) rules += kHtmlSlantRules;
    for (const auto& [declarations, name] : classes_)
        rules += fmt::format(".bsd-{}{{{}}}\n", name, declarations);
    rules += "@media print{&{max-width:none;padding:0;print-color-adjust:exact}}\n";
    std::string palette;
    for (const auto& [name, value] : palette_)
        palette += fmt::format("--bsd-{}:{};", to_string(name), to_string(value));
    std::string sheet = fmt::format("@layer bsd{{.bsd-page{{{}\n{}}}}}\n", palette, rules);
    if (!page.auto_height)
        sheet += fmt::format(
            "@page{{size:{:.6g}pt {:.6g}pt;margin:{:.4g}pt {:.4g}pt {:.4g}pt "
            "{:.4g}pt}}\n",
            page.size.width.value, page.size.height.value, page.margin.top.value,
            page.margin.right.value, page.margin.bottom.value, page.margin.left.value);
    return sheet;
}

}  // namespace broadside::emit
