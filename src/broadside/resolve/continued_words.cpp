#include "broadside/resolve/continued_words.hpp"

#include <string_view>

#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

struct ContinuedWords {
    std::string_view language;  // with its script, where the language alone is another
    std::string_view words;
};

/// As tables that go on have it in print. Where words stand apart, with the space before them.
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

std::string_view usual_words(const std::string& language) {
    const bool is_traditional = unicode::script_of(language) == "Hant";
    const std::string_view known = is_traditional ? "zh-Hant" : unicode::primary_language(language);
    for (const auto& [tag, words] : kWords) {
        if (tag == known) return words;
    }
    return {};
}

}  // namespace

doc::Paragraph continued_title(doc::Paragraph title, const model::Project& project) {
    tell_origins(title);
    const model::Text& own = project.dataset.continued;
    doc::Span words = styled_span(
        own.empty() ? std::string(usual_words(project.dataset.language)) : " " + own.text,
        style_of(project.layout, model::StyleRole::SectionDetail));
    words.origin = own.place;
    if (!words.text.empty()) title.spans.push_back(std::move(words));
    return title;
}

}  // namespace broadside::resolve
