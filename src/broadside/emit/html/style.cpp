#include "broadside/emit/html/style.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace broadside::emit {

namespace {

/// What every page has: the look of a table that is no layout's choice.
constexpr std::string_view kRules = R"(*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1,h2,h3,p,ul{margin:0;padding:0;font:inherit}
ul{list-style:none}
a{color:inherit}
a:focus-visible,.scroll:focus-visible{outline:2px solid;outline-offset:2px}
sup{line-height:0;font-size:inherit}
sup a{padding-inline:.1em}
:is(a,sup:has(a))~sup a{margin-inline-start:.6em}
strong,small{font:inherit}
h1,h2,h3{break-after:avoid;text-wrap:balance;hyphens:auto}
svg{fill:currentColor;vertical-align:middle;flex:none;overflow:hidden}
.definitions{position:absolute}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.stack{display:grid;grid-template-columns:minmax(0,1fr)}
.ends,.beside,.legend,.entries{display:flex;flex-wrap:wrap}
.ends{justify-content:space-between;align-items:baseline}
.entries>li,.labelled{display:flex}
.entries{gap:.25rem 1.25rem}
.entries>li{align-items:center;gap:.4rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
.label{flex:none}
svg.label{background:var(--paper)}
.label>a{display:inline-block;min-width:24px;min-height:24px}
.marked,.tag{white-space:nowrap}
.tag{border:1px solid;margin-inline:.15em}
.figure{white-space:pre;font-variant-numeric:tabular-nums}
.tail{display:inline-block;text-align:start}
.tail::before{content:var(--tail);display:block;height:0;overflow:hidden;visibility:hidden;white-space:pre}
.tail::after{content:'\200b'}
.body{min-width:0}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;overflow-wrap:normal}
th,td{font:inherit;text-align:start;vertical-align:middle}
thead th{vertical-align:bottom}
caption{text-align:start}
.start{text-align:start}.centre{text-align:center}.end{text-align:end}
.fit{width:max-content}
.centre>.fit{margin-inline:auto}.end>.fit{margin-inline-start:auto}
.badged{display:flex;justify-content:space-between;gap:.3em}
.badge{float:inline-end;margin-inline-start:.3em}
@media(forced-colors:active){svg:not(.label){forced-color-adjust:auto}}
@media print{body{max-width:none;padding:0;print-color-adjust:exact}.scroll{overflow:visible}tr,li{break-inside:avoid}}
)";

constexpr double kWidestWindow = 60;  // in rem, unless the layout's page is wider
constexpr int kAnyWindow = 0;         // as if each were too narrow

/// Of heads that are short or rotated in windows narrower than the number of their class. Whatever
/// is seen, the title in full is what is heard.
constexpr std::string_view kHeadRules =
    R"(.turn-{0}{{display:inline-block;writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg);white-space:nowrap;vertical-align:bottom}}
.turn-{0} .long,.brief-{0} .long{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
.turn-{0} .short,.brief-{0} .short{{display:inline;text-decoration:none}}
)";

/// Of those that are rotated in windows of any width, and then lean. From right to left, the
/// writing mode has turned them by what is too much.
constexpr std::string_view kSlantRules =
    R"(.turn-0.slant{transform:rotate(45deg) translateY(-100%) rotate(180deg);transform-origin:bottom}
[dir=rtl] .turn-0.slant{transform:rotate(-45deg)}
)";

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
                       turn == HeadTurn::Slanted ? " slant" : "");
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
    return fmt::format("var(--{})", to_string(colour.name));
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
        "body{{max-width:max({}rem,{});background:{};{}}}\n", kWidestWindow, length(width),
        colour(page.paper), text(main_, TextStyle{{}, 0, FontSlant::Upright, Pt(0), 0, {}}));
    if (!page.auto_height)
        rules += fmt::format(
            "@page{{size:{:.6g}pt {:.6g}pt;margin:{:.4g}pt {:.4g}pt {:.4g}pt "
            "{:.4g}pt}}\n",
            page.size.width.value, page.size.height.value, page.margin.top.value,
            page.margin.right.value, page.margin.bottom.value, page.margin.left.value);
    if (!narrow_.empty()) rules += ".short{display:none}\n";
    for (const int narrow : narrow_) {
        const std::string heads = fmt::format(kHeadRules, narrow);
        rules += narrow == kAnyWindow
                     ? heads
                     : fmt::format("@media(max-width:{}rem){{\n{}}}\n", narrow, heads);
    }
    if (slants_) rules += kSlantRules;
    for (const auto& [declarations, name] : classes_)
        rules += fmt::format(".{}{{{}}}\n", name, declarations);
    std::string palette;
    for (const auto& [name, value] : palette_)
        palette += fmt::format("--{}:{};", to_string(name), to_string(value));
    return fmt::format(":root{{{}}}\n{}{}", palette, kRules, rules);
}

}  // namespace broadside::emit
