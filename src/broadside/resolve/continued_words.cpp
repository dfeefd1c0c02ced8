#include "broadside/resolve/continued_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

/// What tables that go on say behind a title that stands again, as print has it in the language;
/// where words stand apart, with the space before them.
struct ContinuedWords {
    std::string_view language;  // with its script, where the language alone is another
    std::string_view words;
};

constexpr ContinuedWords kWords[] = {
    {"ar", " (تابع)"},         {"bg", " (продължение)"},  {"ca", " (continuació)"},
    {"cs", " (pokračování)"},  {"da", " (fortsat)"},      {"de", " (Fortsetzung)"},
    {"el", " (συνέχεια)"},     {"en", " (continued)"},    {"es", " (continuación)"},
    {"fa", " (ادامه)"},        {"fi", " (jatkuu)"},       {"fr", " (suite)"},
    {"he", " (המשך)"},         {"hi", " (जारी)"},         {"hr", " (nastavak)"},
    {"hu", " (folytatás)"},    {"id", " (lanjutan)"},     {"it", " (continua)"},
    {"ja", "（続き）"},        {"ko", " (계속)"},         {"nb", " (fortsatt)"},
    {"nl", " (vervolg)"},      {"no", " (fortsatt)"},     {"pl", " (ciąg dalszy)"},
    {"pt", " (continuação)"},  {"ro", " (continuare)"},   {"ru", " (продолжение)"},
    {"sk", " (pokračovanie)"}, {"sl", " (nadaljevanje)"}, {"sv", " (fortsättning)"},
    {"th", " (ต่อ)"},           {"tr", " (devamı)"},       {"uk", " (продовження)"},
    {"vi", " (tiếp theo)"},    {"zh-Hant", "（續）"},     {"zh", "（续）"}};

/// Without marks.
std::string plain_words_of(const doc::Paragraph& text) {
    std::string words;
    for (const doc::Span& span : text.spans) {
        if (!span.hangs && !span.symbol) words += span.text;
    }
    return words;
}

bool is_time_of_day(const doc::Cell& head) {
    const auto names = doc::paragraphs_of(head.content);
    const auto figure =
        names.empty() ? std::nullopt : unicode::find_figure(plain_words_of(*names.front()));
    return figure && unicode::is_time(*figure);
}

/// Whether one of its heads says when it is.
bool is_at_time(const doc::Grid& grid, std::size_t row) {
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const doc::Cell& cell = grid.cell_at(row, column);
        if (cell.scope == HeaderScope::Row && is_time_of_day(cell)) return true;
    }
    return false;
}

/// Empty: nobody knows.
std::string_view continued_words(const std::string& language) {
    const bool is_traditional = unicode::script_of(language) == "Hant";
    const std::string_view known = is_traditional ? "zh-Hant" : unicode::primary_language(language);
    for (const auto& [tag, words] : kWords) {
        if (tag == known) return words;
    }
    return {};
}

}  // namespace

doc::Paragraph continued(doc::Paragraph text, const TextStyle& style,
                         const model::Dataset& dataset) {
    tell_origins(text);
    const model::Text& own = dataset.continued;
    doc::Span words = styled_span(
        own.empty() ? std::string(continued_words(dataset.language)) : " " + own.text, style);
    words.origin = own.place;
    if (!words.text.empty()) text.spans.push_back(std::move(words));
    return text;
}

void continue_over_times(doc::Grid& grid, const model::Project& project) {
    const std::size_t columns = grid.columns.size();
    for (std::size_t slot = grid.header_rows() * columns; slot < grid.slots.size(); ++slot) {
        auto* cell = std::get_if<doc::Cell>(&grid.slots[slot]);
        if (!cell || cell->row_span == 1 || cell->scope != HeaderScope::None) continue;
        bool are_times = !cell->content.empty();
        for (std::size_t row = slot / columns; row < slot / columns + cell->row_span; ++row)
            are_times = are_times && is_at_time(grid, row);
        if (!are_times) continue;
        doc::Cell again = *cell;
        auto* text = std::get_if<doc::Paragraph>(&again.content.back());
        if (!text || text->empty()) continue;
        TextStyle style = style_of(project.layout, model::StyleRole::Cell);
        style.colour = text->spans.back().style.colour;
        *text = continued(std::move(*text), style, project.dataset);
        cell->continued_form = std::move(again);
    }
}

}  // namespace broadside::resolve
