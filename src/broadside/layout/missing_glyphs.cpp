#include "broadside/layout/missing_glyphs.hpp"

#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/phrases.hpp"
#include "broadside/doc/parts.hpp"

namespace broadside::layout {

namespace {

struct Pictograms {
    std::string_view symbol;  // one of those that come with the program
    std::u32string_view characters;
};

constexpr Pictograms kPictograms[] = {
    {"yes", U"\u2611\u2705\u2713\u2714\U0001f44d\U0001f197\U0001f5f8\U0001f7e2"},
    {"no", U"\u26d4\u2612\u274c\u274e\u2715\u2716\u2717\u2718\U0001f44e\U0001f534\U0001f6ab"},
    {"partial", U"\u26a0\u25d0\U0001f7e0\U0001f7e1"},
    {"unknown", U"\u2753\u2754"},
    {"plus", U"\u2795"},
    {"minus", U"\u2796"},
    {"star", U"\u2605\u2b50\U0001f31f"}};

std::string code_points(const std::vector<char32_t>& characters) {
    std::string list;
    for (const char32_t c : characters) list += (list.empty() ? "" : ", ") + code_point(c);
    return list;
}

std::string plain_text(const doc::Paragraph& paragraph) {
    std::string text;
    for (const doc::Span& span : paragraph.spans)
        text += span.symbol ? span.symbol->alt : span.text;
    return text;
}

}  // namespace

Diagnostics missing_glyphs(const doc::Document& document, Typesetter& typesetter) {
    doc::for_each_part(
        document.blocks,
        doc::Overloaded{[&](const doc::Paragraph& text) { typesetter.measured(text); },
                        [&](const doc::SymbolLine& line) { typesetter.measured(line); }});
    return typesetter.take_diagnostics();
}

std::string symbol_hint(const std::vector<char32_t>& missing) {
    for (const char32_t c : missing) {
        for (const Pictograms& pictograms : kPictograms) {
            if (pictograms.characters.find(c) == std::u32string_view::npos) continue;
            return fmt::format(
                "there is a symbol \"{0}\": print it by a value with \"symbol\": \"{0}\" in a "
                "column "
                "of kind \"symbol\"",
                pictograms.symbol);
        }
    }
    return "";
}

Diagnostic missing_glyph(const MeasuredText& text) {
    Hints hints;
    if (std::string hint = symbol_hint(text.shaped->missing); !hint.empty())
        hints.push_back(std::move(hint));
    std::set<std::string> unasked;
    auto kind = Diagnostic::Kind::Input;
    for (const text::UnreadableFile& file : text.shaped->unasked) {
        unasked.insert(file.cause());
        if (file.may_pass) kind = Diagnostic::Kind::Passing;
    }
    if (!unasked.empty())
        hints.push_back(fmt::format("install what has not been asked, as it cannot be read: {}",
                                    fmt::join(unasked, ", ")));
    hints.push_back("add a font that has it to fonts/manifest.json, or choose another character");
    return error("missing-glyph",
                 fmt::format("no font of the manifest has {} in \"{}\"",
                             code_points(text.shaped->missing), plain_text(*text.paragraph)),
                 std::move(hints))
        .of(kind)
        .at(text.paragraph->origin);
}

}  // namespace broadside::layout
