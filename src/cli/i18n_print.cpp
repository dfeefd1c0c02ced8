#include "cli/i18n_print.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace broadside::cli {

namespace {

/// Whole percents, rounded down: 100 means all.
std::size_t percent(const TranslationStatus& status) {
    return status.texts == 0 ? 100 : status.translated * 100 / status.texts;
}

std::string_view review_of(const TranslationStatus& status) {
    return status.is_reviewed ? "reviewed" : "draft";
}

}  // namespace

std::string summary(const ExtractedFile& file) {
    std::string text =
        fmt::format("{}  {} texts, {} translated", file.path, file.texts, file.translated);
    if (file.stale > 0) text += fmt::format(", {} of them stale", file.stale);
    return text;
}

std::string summary(const MergedLocale& locale) {
    std::vector<std::string> parts;
    const auto add = [&parts](std::size_t count, std::string_view what) {
        if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
    };
    add(locale.added, "added");
    add(locale.changed, "changed");
    add(locale.confirmed, "confirmed");
    if (!locale.is_written) parts.emplace_back(locale.is_new ? "nothing to take" : "unchanged");
    add(locale.fuzzy, "fuzzy left out");
    add(locale.refused, "refused");
    if (locale.is_new && locale.is_written) parts.emplace_back("new");
    return fmt::format("{}  {}", locale.path, fmt::join(parts, ", "));
}

std::string status_table(const std::vector<TranslationStatus>& languages) {
    std::size_t width = std::string_view("language").size();
    for (const TranslationStatus& status : languages)
        width = std::max(width, status.language.size());
    std::string table = fmt::format(
        "{:<{}}  {:>10}  {:>4}  {:>7}  {:>5}  {:>10}  {:>8}  {:>9}  review\n", "language", width,
        "translated", "%", "missing", "stale", "mismatched", "obsolete", "identical");
    for (const TranslationStatus& status : languages) {
        table += fmt::format("{:<{}}  {:>10}  {:>4}  {:>7}  {:>5}  {:>10}  {:>8}  {:>9}  {}\n",
                             status.language, width,
                             fmt::format("{}/{}", status.translated, status.texts), percent(status),
                             status.missing, status.stale, status.mismatched, status.obsolete,
                             status.identical, review_of(status));
    }
    return table;
}

std::string to_json(const TranslationStatus& status) {
    // A tag is letters, digits and hyphens: nothing to escape.
    return fmt::format(
        R"({{"language":"{}","review":"{}","texts":{},"translated":{},"missing":{},"stale":{},)"
        R"("mismatched":{},"obsolete":{},"identical":{}}})",
        status.language, review_of(status), status.texts, status.translated, status.missing,
        status.stale, status.mismatched, status.obsolete, status.identical);
}

}  // namespace broadside::cli
