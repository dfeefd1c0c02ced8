#include "broadside/doc/dump_words.hpp"

#include <fmt/format.h>

#include "broadside/base/dump_words.hpp"

namespace broadside::doc {

std::string_view word(Alignment alignment) {
    switch (alignment) {
        case Alignment::Start: return "start";
        case Alignment::Centre: return "centre";
        case Alignment::End: return "end";
    }
    return "";
}

std::string words(VerticalAlignment alignment) {
    if (alignment == VerticalAlignment::Middle) return "";
    return fmt::format(" {}", word_of(kVerticalAlignments, alignment));
}

std::string words(KeepTogether keep) {
    if (keep == KeepTogether::Nothing) return "";
    return fmt::format(" keep {}", word_of(kKeeps, keep));
}

std::string words(HeadTurn head) {
    if (head == HeadTurn::Upright) return "";
    return fmt::format(" head {}", word_of(kHeadTurns, head));
}

namespace {

struct WidthWords {
    std::string operator()(const MinContent&) const { return "min-content"; }
    std::string operator()(const MaxContent&) const { return "max-content"; }
    std::string operator()(const FitContent& fit) const {
        return fmt::format("fit-content({}pt)", number(fit.limit));
    }
    std::string operator()(const Fraction& fraction) const { return number(fraction.share) + "fr"; }
    std::string operator()(const AutoWidth&) const { return "auto"; }
    std::string operator()(const FixedWidth& fixed) const { return number(fixed.width) + "pt"; }
    std::string operator()(const Percentage& share) const { return number(share.percent) + "%"; }
};

}  // namespace

std::string words(const WidthRule& width) { return std::visit(WidthWords{}, width); }

std::string words(const TextStyle& style) {
    return fmt::format("{} {}{} {}/{} {}", *style.family, style.weight,
                       style.slant == FontSlant::Italic ? " italic" : "", number(style.size),
                       number(style.line_height), words(style.colour));
}

std::string words(const RuleStyle& rule) {
    return fmt::format("{} {}", number(rule.width), words(rule.colour));
}

std::string words(const BandStyle& band) {
    return fmt::format("tint {} bar {} {}", words(band.tint), number(band.bar_width),
                       words(band.bar));
}

std::string words(const Symbol& symbol) {
    return fmt::format("{} {} {} alt {}", symbol.drawing ? symbol.drawing->name : "none",
                       number(symbol.height), words(symbol.colour), quoted(symbol.alt));
}

std::string words(const Provenance& provenance) {
    std::string text;
    if (!provenance.source.empty()) text += " source " + quoted(provenance.source);
    if (!provenance.certainty.empty()) text += " certainty " + provenance.certainty;
    if (!provenance.checked.empty()) text += " checked " + provenance.checked;
    return text;
}

}  // namespace broadside::doc
