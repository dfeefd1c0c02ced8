#include "broadside/imports/stale_locales.hpp"

#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/locale_update.hpp"
#include "broadside/i18n/localize.hpp"
#include "broadside/job/input.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/places.hpp"

namespace broadside::imports {

namespace {

/// What one locale translates that is no longer so.
struct Outdated {
    std::vector<std::string> keys;
    SourcePlace first;

    void add(const i18n::Message& message) {
        if (keys.empty()) first = message.translation_place;
        keys.push_back(message.key);
    }
};

void tell_of_outdated(const Outdated& outdated, Diagnostic problem, const model::Locale& locale,
                      Diagnostics& diagnostics) {
    if (outdated.keys.empty()) return;
    const std::size_t count = outdated.keys.size();
    if (count > 1) {
        problem.message +=
            fmt::format(", and that of {} more {}", count - 1, count == 2 ? "text" : "texts");
        problem.hints.insert(problem.hints.begin(), i18n::listed(outdated.keys));
    }
    diagnostics.push_back(std::move(problem)
                              .at({locale.file})
                              .at(outdated.first)
                              .in(locale.language, outdated.keys.front()));
}

}  // namespace

std::vector<OutputFile> stale_locales(const model::Dataset& before, const model::Dataset& now,
                                      const std::string& folder, FileStore& files,
                                      Diagnostics& diagnostics) {
    std::vector<OutputFile> written;
    const std::string locales = joined(folder, "locales");
    const auto names = take(stems_in(locales, ".json", files), diagnostics);
    if (!names || names->empty()) return written;
    for (const std::string& name : *names) {
        const std::string path = joined(locales, name + ".json");
        auto bytes = files.read(path);
        const InputFile file = kept(path, bytes ? *std::move(bytes) : "");
        const auto locale = load::load_locale(*file);
        if (!locale) {
            diagnostics.push_back(
                warning("unread-locale",
                        "it has errors: what it translates of what has changed is not marked here",
                        {"mend it and look at the changes that are told"})
                    .at(FilePlace{path}));
            continue;
        }
        const i18n::Target target{locale->language, &*locale};
        const i18n::Catalogue old = i18n::make_catalogue(before, target),
                              catalogue = i18n::make_catalogue(now, target);
        i18n::LocaleChange change;
        Outdated changed, gone;
        for (const i18n::Message& message : old.messages) {
            const i18n::Message* same = catalogue.find(message.key);
            if (message.translation.empty() || (same != nullptr && same->source == message.source))
                continue;
            const std::string hash = message.translated_from.empty() ? text_hash(message.source)
                                                                     : message.translated_from;
            // It may be one of words that the sheet has once more.
            if (same != nullptr && !i18n::is_stale(hash, same->source)) continue;
            if (message.translated_from.empty()) change.hashes.emplace(message.key, hash);
            (same == nullptr ? gone : changed).add(message);
        }
        // Words in the place of those that an earlier import took away.
        for (const i18n::Message& message : catalogue.messages)
            if (old.find(message.key) == nullptr && i18n::is_stale(message)) changed.add(message);
        tell_of_outdated(
            changed,
            warning("translation-stale", "the sheet has changed what was translated here",
                    {"translate it anew, with broadside i18n extract and merge or by "
                     "hand, and then take it out of \"translated_from\" too"}),
            *locale, diagnostics);
        tell_of_outdated(gone,
                         warning("translation-obsolete",
                                 "the sheet no longer has the text that was translated here"),
                         *locale, diagnostics);
        if (!change.hashes.empty())
            written.push_back(
                {path, i18n::update_locale({file.get(), &*locale}, old, change).bytes});
        // As long as the file is there.
        load::locate(diagnostics);
    }
    return written;
}

}  // namespace broadside::imports
