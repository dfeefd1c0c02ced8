#include "broadside/emit/html/style.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "broadside/emit/html/rules.hpp"
#include "broadside/emit/markup.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::emit {

namespace {

// How wide a page is, in rem, unless the layout's is wider: and where a table needs more.
constexpr double kPageWidth = 60, kWidestPage = 100;
constexpr int kPadding = 2;  // of the page, at both sides
// Of a table's width, which is estimated: that it surely has, that it is read with ease in, and of
// the least one, that it cannot do without.
constexpr double kSurely = 1.1, kCramped = 0.8, kAtLeast = 1.01;
constexpr double kBeside = 2.5;     // of the width of row heads: columns beside them have room
constexpr double kWidestCard = 46;  // in rem; in wider windows a cramped table stays one
// Sizes of its type, of its own, rather than that its rows are cards; the last two in wide windows.
constexpr double kSizes[] = {1, 0.94, 0.875, 0.81, 0.75};
constexpr double kSmaller = 0.875, kSmallest = 0.75, kWideWindow = 73;
constexpr double kLegible = 0.65;                 // in rem: no type is smaller for that
constexpr double kWidestTable = 9000;             // in rem
constexpr int kThreeCards = 61, kFourCards = 84;  // windows: in wider ones so many stand in a row
constexpr int kAnyWidth = 10000;
constexpr int kAnyWindow = 0;  // as if each were too narrow

/// A table of that width.
int in_window(double width) {
    return static_cast<int>(std::ceil(std::min(width, kWidestTable))) + kPadding;
}

/// With every declaration important but those of custom properties, which a host may set anew.
std::string important(std::string_view sheet) {
    std::string out, part;  // since the last brace or semicolon
    bool is_quoted = false;
    for (const char c : sheet) {
        is_quoted ^= c == '\'';
        const bool ends = !is_quoted && (c == ';' || c == '{' || c == '}');
        if (!ends) {
            part += c;
            continue;
        }
        const std::size_t begin = part.find_first_not_of("\n ");
        const bool is_declaration = c != '{' && begin != std::string::npos;
        if (is_declaration && part.compare(begin, 2, "--") != 0) part += "!important";
        out += part + c;
        part.clear();
    }
    return out + part;
}

}  // namespace

HtmlStyle::HtmlStyle(const doc::Document& document, HtmlPlace place)
    : place_(std::move(place)),
      main_(document.page.text),
      language_(document.metadata.language),
      is_japanese_(unicode::primary_language(language_) == "ja") {
    const doc::Page& page = document.page;
    widest_ = std::max(kWidestPage, page.measure() / main_.size);
}

std::string HtmlStyle::head_class(double width, HeadTurn turn) {
    const int narrow = width > widest_ ? kAnyWindow : in_window(width * kSurely);
    narrow_.insert(narrow);
    slants_ = slants_ || turn == HeadTurn::Slanted;
    return fmt::format("{}-{}{}", turn == HeadTurn::Upright ? "brief" : "turn", narrow,
                       turn == HeadTurn::Slanted ? " slant" : "");
}

std::string HtmlStyle::giving_class(double table) {
    const int window = in_window(table);
    giving_.insert(window);
    return fmt::format("gives-{}", window);
}

std::string HtmlStyle::name_of(const RegionWidths& widths) {
    return fmt::format("region-{}-{}-{}-{}-{}", widths.whole, widths.cramped, widths.beside,
                       widths.cards, widths.least);
}

/// In which a table of that width fits; all are too narrow for one that is wider than any page.
int HtmlStyle::window_of(double table) const {
    return table > widest_ ? kAnyWidth : in_window(table);
}

std::string HtmlStyle::region_class(double upright, const NeededWidth& needed, NarrowTable narrow) {
    table_width_ = std::max(table_width_, upright * kSurely);
    RegionWidths widths{in_window(upright * kSurely), in_window(needed.table * kCramped),
                        in_window(needed.row_heads * kBeside), 0, 0};
    if (narrow == NarrowTable::Cards) {
        const double least = std::ceil(
            std::max(needed.least * kAtLeast, std::min(needed.table * kCramped, kWidestCard)));
        const double smaller = std::max(least * kSmaller, std::min(least, kWidestCard));
        widths.least = static_cast<int>(std::min(least, kWidestTable));
        const double size = std::clamp(kLegible / needed.smallest, kSmallest, kSmaller);
        widths.cards = window_of(std::max(least * size, std::min(smaller, kWideWindow)));
        widths.whole = std::max(widths.whole, window_of(least));
    }
    regions_.insert(widths);
    return name_of(widths);
}

/// Paper is as wide as the layout's page, in type of its size.
std::string HtmlStyle::within(int least, int most, const std::string& rules) const {
    std::string widths;
    if (least > 0) widths = fmt::format(" and (min-width:{}.01rem)", least);
    if (most < kAnyWidth) widths += fmt::format(" and (max-width:{}rem)", most);
    if (!place_.is_fragment()) return fmt::format("@media screen{}{{\n{}}}\n", widths, rules);
    if (widths.empty()) return fmt::format("@media screen{{\n{}}}\n", rules);
    return fmt::format("@media screen{{@container {}{{\n{}}}}}\n", widths.substr(5), rules);
}

/// Heads are short on paper too: rem is the reader's own type there, and tables have that of the
/// layout.
std::string HtmlStyle::heads_within(int most, const std::string& rules) const {
    if (place_.is_fragment())
        return fmt::format("@container (max-width:{}rem){{\n{}}}\n", most, rules);
    const Pt paper = (most - kPadding) / kSurely * main_.size;
    return fmt::format(
        "@media screen and (max-width:{}rem),print and (max-width:{:.4g}pt){{\n{}}}\n", most,
        paper.value, rules);
}

std::string HtmlStyle::rules_of(const RegionWidths& widths) const {
    std::string rules;
    const auto add = [&](int least, int most, std::string_view format, double zoom = 1) {
        if (least < most)
            rules += within(least, most,
                            fmt::format(fmt::runtime(format), name_of(widths),
                                        widths.cramped - kPadding, zoom));
    };
    add(0, widths.cards, kHtmlCardRules);
    add(kThreeCards, std::min(widths.cards, kFourCards), kHtmlTwoCardRules);
    add(kFourCards, widths.cards, kHtmlThreeCardRules);
    for (std::size_t i = 1; i < std::size(kSizes); ++i)
        add(std::max(widths.cards, window_of(widths.least * kSizes[i])),
            window_of(widths.least * kSizes[i - 1]), kHtmlSmallerRules, kSizes[i]);
    if (widths.cards == 0) add(0, widths.cramped, kHtmlScrollRules);
    add(widths.whole, kAnyWidth, kHtmlWholeRules);
    if (slants_) return rules;
    if (widths.cards == 0) {
        add(0, widths.whole, kHtmlLowRules);
        add(0, widths.cramped, kHtmlStickyRowRules);
        const std::string narrow = fmt::format(fmt::runtime(kHtmlNarrowRowRules), name_of(widths),
                                               place_.is_fragment() ? "40cqi" : "40vw");
        if (widths.beside > 0) rules += within(0, std::min(widths.beside, widths.cramped), narrow);
    }
    add(widths.cards == 0 ? 0 : widths.whole, kAnyWidth, kHtmlStickyHeadRules);
    return rules;
}

std::string HtmlStyle::class_of(const std::string& declarations) {
    if (declarations.empty()) return {};
    return classes_.try_emplace(declarations, fmt::format("b{}", classes_.size())).first->second;
}

std::string HtmlStyle::text(const TextStyle& style, const TextStyle& around) {
    std::string out;
    if (style.family != around.family)
        out += fmt::format("font-family:{};", font_family_value(*style.family));
    if (style.weight != around.weight) out += fmt::format("font-weight:{};", style.weight);
    if (style.slant != around.slant)
        out += style.slant == FontSlant::Italic ? "font-style:italic;" : "font-style:normal;";
    if (style.size != around.size) out += fmt::format("font-size:{};", type_size(style.size));
    if (style.line_height != around.line_height)
        out += fmt::format("line-height:{:.4g};", style.line_height);
    if (!is_same(style.colour, around.colour))
        out += fmt::format("color:{};", colour(style.colour));
    return out;
}

std::string HtmlStyle::colour(Colour colour) {
    const std::string name = theme_name(colour);
    palette_.emplace(name, colour);
    return fmt::format("var(--bsd-{})", name);
}

/// A browser that knows of no two colours for one has the light ones.
std::string HtmlStyle::palette() const {
    std::string light, both;
    for (const auto& [name, colour] : palette_) {
        light += fmt::format("--bsd-{}:{};", name, to_string(colour));
        both += fmt::format("--bsd-{}:{};", name, light_dark(colour));
    }
    return fmt::format("{}\n@supports(color:light-dark(red,red)){{{}}}\n", light, both);
}

std::string HtmlStyle::length(Pt length) const {
    return fmt::format("{:.4g}rem", length / main_.size);
}

/// Large type grows with the window, and with the reader's own size of type.
std::string HtmlStyle::type_size(Pt size) const {
    constexpr double kLarge = 1.5;
    const std::string rem = length(size);
    return size > main_.size * kLarge
               ? fmt::format("min({},.8rem + 5{})", rem, place_.is_fragment() ? "cqi" : "vw")
               : rem;
}

/// In rem, unless the layout's is wider.
double HtmlStyle::page_width() const {
    return std::clamp(std::ceil(table_width_) + kPadding, kPageWidth, kWidestPage);
}

/// A page does not grow with every window: a table that is wider never has all its width.
std::string HtmlStyle::giving_rules(const doc::Page& page) const {
    const double widest = std::max(page_width(), page.measure() / main_.size);
    std::string rules;
    for (const int window : giving_) {
        rules += fmt::format(kHtmlGivingRules, window);
        const bool always = !place_.is_fragment() && window > widest;
        rules += within(0, always ? kAnyWidth : window, fmt::format(kHtmlGivenRules, window));
    }
    return rules;
}

/// A fragment begins with nothing of what is around it but the scheme; its own rules, all of them
/// important, win over any of its host.
std::string HtmlStyle::root_rules(const doc::Page& page) {
    const Pt width = page.measure();
    const std::string own = fmt::format(
        "overflow-wrap:anywhere;-webkit-text-size-adjust:100%;text-size-adjust:100%;"
        "background:{};{}\n",
        colour(page.paper), text(main_, TextStyle{{}, 0, FontSlant::Upright, Pt(0), 0, {}}));
    if (place_.is_fragment()) return std::string(kHtmlFragmentRules) + own;
    return fmt::format("max-width:max({}rem,{});margin:0 auto;padding:1rem;{}", page_width(),
                       length(width), own) +
           "@media print{&{max-width:none;padding:0}}\n";
}

std::string HtmlStyle::sheet(const doc::Page& page) {
    // The plate of a QR code is as light as the paper, whatever is around it.
    palette_.emplace(to_string(PaletteColour::Paper), page.paper);
    std::string rules = root_rules(page);
    rules += kHtmlRules;
    if (!narrow_.empty()) rules += ".bsd-short{display:none}\n";
    for (const int narrow : narrow_) {
        const std::string heads = fmt::format(kHtmlHeadRules, narrow);
        rules += narrow == kAnyWindow ? heads : heads_within(narrow, heads);
    }
    if (slants_) rules += kHtmlSlantRules;
    rules += giving_rules(page);
    for (const RegionWidths& widths : regions_) rules += rules_of(widths);
    for (const auto& [declarations, name] : classes_)
        rules += fmt::format(".bsd-{}{{{}}}\n", name, declarations);
    rules += kHtmlSchemeRules;
    const std::string layer =
        fmt::format("@layer bsd{{.bsd-{}{{{}{}}}}}\n", place_.name, palette(), rules);
    if (place_.is_fragment()) return important(layer);
    std::string sheet =
        layer + fmt::format(
                    ":root{{color-scheme:light dark}}\n"
                    "@media print{{:root{{color-scheme:light;font-size:{:.4g}pt}}}}\n",
                    main_.size.value);
    if (!page.auto_height)
        sheet += fmt::format(
            "@page{{size:{:.6g}pt {:.6g}pt;margin:{:.4g}pt {:.4g}pt {:.4g}pt "
            "{:.4g}pt}}\n",
            page.size.width.value, page.size.height.value, page.margin.top.value,
            page.margin.right.value, page.margin.bottom.value, page.margin.left.value);
    return sheet;
}

}  // namespace broadside::emit
