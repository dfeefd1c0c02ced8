#include "broadside/build_report.hpp"

#include <algorithm>
#include <iterator>

#include "broadside/base/contains.hpp"

namespace broadside {

void BuildReport::add(BuildReport other) {
    const auto move_to = [](auto& all, auto& more) {
        if (all.empty()) return all.swap(more);
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    move_to(editions, other.editions);
    for (LanguageReport& language : other.languages) {
        const bool is_known = contains(languages, language);
        if (!is_known) languages.push_back(std::move(language));
    }
    move_to(leftovers, other.leftovers);
    move_to(problems, other.problems);
}

bool BuildReport::ok() const {
    return !has_errors(problems) && outputs(EditionState::Stopped) == 0 &&
           outputs(EditionState::Failed) == 0;
}

std::size_t BuildReport::files(FileState state) const {
    std::size_t count = 0;
    for (const EditionReport& edition : editions) {
        count += static_cast<std::size_t>(
            std::count_if(edition.files.begin(), edition.files.end(),
                          [state](const PageReport& file) { return file.state == state; }));
    }
    return count;
}

std::size_t BuildReport::outputs(EditionState state) const {
    std::size_t count = 0;
    for (const EditionReport& edition : editions) {
        if (edition.state == state) count += edition.outputs;
    }
    return count;
}

std::size_t BuildReport::cards_left_out() const {
    std::size_t count = 0;
    for (const EditionReport& edition : editions) count += edition.cards_left_out;
    return count;
}

std::vector<std::string> BuildReport::names(EditionState state) const {
    std::vector<std::string> found;
    for (const EditionReport& edition : editions) {
        if (edition.state == state) found.push_back(edition.name);
    }
    return found;
}

}  // namespace broadside
