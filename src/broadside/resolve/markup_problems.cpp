#include "broadside/resolve/markup_problems.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/base/url.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/resolve/foreign_markup.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/resolve/paragraphs.hpp"

namespace broadside::resolve {

namespace {

constexpr std::size_t kQuotedBytes = 24;

/// A few words of one line from `offset` on.
std::string quoted(std::string_view text, std::size_t offset) {
    // Enough for the excerpt to see that there is more.
    const std::string_view rest = text.substr(offset, 2 * kQuotedBytes);
    return fmt::format("\"{}\"", excerpt(rest.substr(0, rest.find('\n')), kQuotedBytes));
}

std::string hint_for(std::string_view sign) {
    if (sign == "\\") return "write \\\\\\\\ for a backslash, and \\n for a line break";
    const bool is_strong = sign == "**";
    return fmt::format("write {} for the sign itself", is_strong ? "\\\\*\\\\*" : "\\\\_");
}

void check_rich(const model::Text& text, Problems& problems) {
    for (const MarkupRun& run : parse_markup(text.text)) {
        if (run.url.empty()) continue;
        if (const auto url = parse_url(run.url); !url) {
            const Diagnostic& problem = url.diagnostics().front();
            problems.error(problem.code, text.place, problem.message, problem.hints);
        }
    }
    for (const LooseMark& mark : loose_marks(text.text)) {
        const std::string words = quoted(text.text, mark.offset);
        const bool is_backslash = mark.sign == "\\";
        problems.warning(
            "loose-markup", text.place,
            fmt::format("{} is printed as it is written: {}", words,
                        is_backslash ? "its backslash means nothing"
                                     : fmt::format("its {} has no partner", mark.sign)),
            {hint_for(mark.sign)});
    }
}

void check_literal(const model::Text& text, Problems& problems) {
    const auto runs = parse_markup(text.text);
    const bool has_strong =
        std::any_of(runs.begin(), runs.end(), [](const MarkupRun& run) { return run.strong; });
    if (!has_strong) return;
    problems.warning("loose-markup", text.place,
                     fmt::format("{} is printed as it is written: this text has no markup",
                                 quoted(text.text, text.text.find("**"))));
}

void check_foreign(const model::Text& text, Links links, Problems& problems) {
    for (const ForeignMarkup& markup : foreign_markup(text.text, links)) {
        problems.warning("foreign-markup", text.place,
                         fmt::format("{} is printed as it is written: {} means nothing here",
                                     quoted(text.text, markup.offset), markup.what),
                         {std::string(markup.hint)});
    }
}

}  // namespace

void check_markup(const model::Dataset& dataset, Problems& problems) {
    model::visit_texts(dataset, [&problems](const model::TextSlot& slot) {
        const bool is_printed =
            slot.form == model::TextForm::Rich || slot.form == model::TextForm::Literal;
        const bool is_rich = slot.form == model::TextForm::Rich;
        if (is_printed)
            check_foreign(*slot.text, is_rich ? Links::AreRead : Links::MeanNothing, problems);
        switch (slot.form) {
            case model::TextForm::Rich:
                for (const std::string_view part : markup_parts(slot.key, slot.text->text))
                    check_rich({std::string(part), slot.text->place}, problems);
                break;
            case model::TextForm::Literal: check_literal(*slot.text, problems); break;
            case model::TextForm::Url:
            case model::TextForm::Metadata: break;
        }
    });
}

void check_markup(const model::Layout& layout, Problems& problems) {
    model::for_each_block(layout.blocks, [&problems](const model::Block& block) {
        const auto* text = std::get_if<model::TextBlock>(&block.kind);
        if (text == nullptr) return;
        check_foreign(text->text, Links::AreRead, problems);
        for (const model::Text& paragraph : split_paragraphs(text->text))
            check_rich(paragraph, problems);
    });
}

}  // namespace broadside::resolve
