#include "broadside/translation_rooms.hpp"

#include <memory>
#include <utility>

#include "broadside/length_budget.hpp"
#include "broadside/sources.hpp"
#include "broadside/take.hpp"
#include "broadside/text/pango_shaper.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

i18n::LayoutRooms layout_rooms(const std::string& layout, const LanguageBudgets& budgets) {
    i18n::LayoutRooms rooms{layout, {}};
    for (const auto& [key, budget] : budgets.texts) {
        rooms.rooms[key] = {budget.mm_available, budget.mm_used, budget.characters_available,
                            budget.characters_used};
    }
    return rooms;
}

}  // namespace

TranslationRooms measure_translations(const Job& job, FileStore& files, Diagnostics& diagnostics) {
    TranslationRooms measured;
    if (job.layouts.empty()) return measured;
    Job all = job;
    all.languages = {"all"};
    const auto sources = read_sources(all, Need::Pages, files, diagnostics);
    if (!sources) return measured;
    const auto shaper = take(
        text::make_pango_shaper(std::make_shared<const FontManifest>(sources->fonts)), diagnostics);
    if (!shaper) return measured;
    for (const LayoutSource& layout : sources->layouts) {
        const auto budgets = take(
            length_budgets(*sources, layout, sources->languages.languages, **shaper), diagnostics);
        if (!budgets) continue;
        for (const LanguageBudgets& language : *budgets) {
            measured[language.language].push_back(layout_rooms(layout.input.layout.name, language));
        }
    }
    return measured;
}

const std::vector<i18n::LayoutRooms>& rooms_of(const TranslationRooms& rooms,
                                               const std::string& language,
                                               const std::string& source) {
    static const std::vector<i18n::LayoutRooms> none;
    auto found = rooms.find(language);
    if (found == rooms.end()) found = rooms.find(source);
    return found == rooms.end() ? none : found->second;
}

}  // namespace broadside
