#include "broadside/job/languages.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/option.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside {

namespace {

constexpr std::string_view kLocaleExtension = ".json";
constexpr char kNameTheFile[] =
    "locales lie beside a dataset's file: name the file, or its folder, in place of a stream";

/// Whatever is in it, nobody can ask for it.
Diagnostic badly_named(const std::string& path, const std::string& name) {
    const std::string meant = unicode::meant_tag(name);
    return error("wrong-locale",
                 fmt::format("expected a file named by its language, got \"{}\"", name),
                 meant.empty() ? Hints{"name it by a BCP 47 tag, as in sv.json or zh-Hant.json"}
                               : did_you_mean(meant + ".json"))
        .at({path});
}

std::string path_of_locale(const DatasetInput& dataset, const std::string& tag) {
    return joined(joined(dataset.folder, "locales"), tag + std::string(kLocaleExtension));
}

/// Of the files that a language's locale may lie in, those that are there.
std::vector<std::string> found_paths(const DatasetInput& dataset, const std::string& tag,
                                     FileStore& files) {
    std::vector<std::string> tags = unicode::former_tags(tag), paths;
    tags.insert(tags.begin(), tag);
    for (const std::string& name : tags) {
        std::string path = path_of_locale(dataset, name);
        if (files.is_file(path)) paths.push_back(std::move(path));
    }
    return paths;
}

/// A file in the usual case of tags may be named by a former one.
std::string language_of_file(const std::string& name) {
    const std::string tag = unicode::canonical_tag(name);
    return unicode::cased_tag(name) == name && unicode::is_language_tag(tag) ? tag : name;
}

/// Whose words would count is a matter of chance.
std::optional<Diagnostic> same_language(const DatasetInput& dataset, const std::string& tag,
                                        FileStore& files) {
    const std::vector<std::string> paths = found_paths(dataset, tag, files);
    if (paths.size() < 2) return std::nullopt;
    return error("wrong-locale",
                 fmt::format("expected one locale of a language, got {} and {}, which are both {}",
                             paths.front(), paths.back(), tag),
                 {fmt::format("keep {}, the tag of today", paths.front())})
        .at({paths.back()});
}

/// A stream has nothing beside it: who asks for all its languages gets one.
Diagnostic no_locales(const DatasetInput& dataset) {
    return warning("no-locales",
                   fmt::format("all languages are {} alone: a stream has no locales",
                               dataset.dataset.language),
                   {kNameTheFile})
        .at({dataset.file->name});
}

/// A file that says to be another's words would be used for the wrong page.
void check_identity(const LocaleInput& input, const std::string& tag, const DatasetInput& dataset,
                    Diagnostics& diagnostics) {
    const auto refuse = [&](SourcePlace place, std::string message, std::string hint) {
        diagnostics.push_back(
            error("wrong-locale", std::move(message), {std::move(hint)}).at(place));
    };
    // Where it has none, that is said already.
    if (unicode::is_language_tag(input.locale.language) && input.locale.language != tag) {
        refuse(input.locale.language_place,
               fmt::format("expected \"{}\", got \"{}\"", tag, input.locale.language),
               "a locale file is named by its language");
    }
    if (load::is_id(input.locale.translates) && input.locale.translates != dataset.dataset.id) {
        refuse(input.locale.translates_place,
               fmt::format("expected the dataset's id \"{}\", got \"{}\"", dataset.dataset.id,
                           input.locale.translates),
               "locales beside a dataset translate that dataset");
    }
}

/// `jp.json` is a usual mistake: it would be set without the fonts and the rules of Japanese.
void warn_of_odd_language(SourcePlace place, const std::string& tag, Diagnostics& diagnostics) {
    std::string odd = load::odd_language(tag);
    if (!odd.empty()) diagnostics.push_back(warning("odd-language", std::move(odd)).at(place));
}

class LanguagesReader {
public:
    LanguagesReader(const Job& job, const DatasetInput& dataset, Languages& read, FileStore& files,
                    Diagnostics& diagnostics)
        : job_(job), dataset_(dataset), files_(files), diagnostics_(diagnostics), read_(read) {
        known_.insert(dataset.dataset.language);
    }

    /// For any other language than the dataset's own.
    void look_for_locales() {
        auto locales = known_locales(dataset_, files_);
        can_look_ = locales.ok();
        if (locales) known_.insert(locales->begin(), locales->end());
        locales.drain_into(diagnostics_);
    }

    std::vector<std::string> all() const {
        std::vector<std::string> tags = {dataset_.dataset.language};
        for (const std::string& tag : known_) {
            if (tag != dataset_.dataset.language) tags.push_back(tag);
        }
        return tags;
    }

    void add(const std::string& tag, ReadWhen when) {
        Language language{tag, {}};
        bool is_known = false;
        for (std::string candidate = tag; !candidate.empty();
             candidate = std::string(unicode::parent_of(candidate))) {
            if (known_.count(candidate) == 0) continue;
            is_known = true;
            // Past the source language there are only its own words.
            if (candidate == dataset_.dataset.language) break;
            language.locale_tags.push_back(candidate);
        }
        if (!is_known && !can_look_) {
            read_.failed.push_back(tag);
        } else if (!is_known) {
            diagnostics_.push_back(blame(job_, {"lang", tag}, unknown_language(tag)));
            if (dataset_.is_stream) diagnostics_.back().hints.emplace_back(kNameTheFile);
        } else {
            if (when == ReadWhen::Now) open(language);
            read_.languages.push_back(std::move(language));
        }
    }

    void open(Language& language) {
        for (const std::string& tag : language.locale_tags) {
            const LocaleInput* locale = open(tag);
            if (locale != nullptr) language.locales.push_back(locale);
            language.is_failed = language.is_failed || locale == nullptr;
        }
    }

private:
    /// Null when the file has errors, which are reported once.
    const LocaleInput* open(const std::string& tag) {
        const auto [entry, is_new] = opened_.emplace(tag, nullptr);
        if (!is_new) return entry->second;
        const std::string path = locale_path(dataset_, tag, files_);
        if (!unicode::is_language_tag(tag) || unicode::canonical_tag(tag) != tag) {
            diagnostics_.push_back(badly_named(path, tag));
            return nullptr;
        }
        if (auto twins = same_language(dataset_, tag, files_)) {
            diagnostics_.push_back(*std::move(twins));
            return nullptr;
        }
        auto bytes = broadside::take(read_found(path, files_), diagnostics_);
        if (!bytes) return nullptr;
        const std::size_t before = diagnostics_.size();
        InputFile file = kept(path, *std::move(bytes));
        auto locale = load::load_locale(*file, diagnostics_);
        if (!locale) return nullptr;
        LocaleInput input{std::move(file), *std::move(locale)};
        check_identity(input, tag, dataset_, diagnostics_);
        if (diagnostics_.size() > before) {
            warn_of_unknown_keys(input);
            // The file goes out of memory.
            load::locate(diagnostics_);
            return nullptr;
        }
        warn_of_odd_language(input.locale.language_place, tag, diagnostics_);
        read_.files.push_back(std::move(input));
        return entry->second = &read_.files.back();
    }

    /// The words of a locale that cannot be used are looked at by nobody else. A dataset with
    /// errors may have more texts than could be read.
    void warn_of_unknown_keys(const LocaleInput& input) {
        if (!dataset_.is_whole || input.locale.translates != dataset_.dataset.id) return;
        append(diagnostics_, i18n::unknown_translations(dataset_.dataset, input.locale));
    }

    Diagnostic unknown_language(const std::string& tag) const {
        std::vector<std::string> tags;
        std::copy_if(known_.begin(), known_.end(), std::back_inserter(tags),
                     unicode::is_language_tag);
        const std::string meant = unicode::meant_tag(tag);
        const bool is_meant = meant != tag && known_.count(meant) > 0;
        Diagnostic diagnostic = unknown_word({"language", tag, tags});
        if (is_meant) diagnostic.hints = did_you_mean(meant);
        return diagnostic;
    }

    const Job& job_;
    const DatasetInput& dataset_;
    FileStore& files_;
    Diagnostics& diagnostics_;
    std::set<std::string> known_;
    bool can_look_ = true;
    std::map<std::string, const LocaleInput*> opened_;
    Languages& read_;
};

}  // namespace

std::string locale_path(const DatasetInput& dataset, const std::string& tag, FileStore& files) {
    const std::vector<std::string> paths = found_paths(dataset, tag, files);
    return paths.empty() ? path_of_locale(dataset, tag) : paths.front();
}

Result<std::vector<std::string>> known_locales(const DatasetInput& dataset, FileStore& files) {
    if (dataset.is_stream) return std::vector<std::string>();
    const auto names = stems_in(joined(dataset.folder, "locales"), kLocaleExtension, files);
    if (!names) return names;
    std::set<std::string> sorted;
    for (const std::string& name : *names) sorted.insert(language_of_file(name));
    return std::vector<std::string>(sorted.begin(), sorted.end());
}

Languages read_languages(const Job& job, const DatasetInput& dataset, FileStore& files,
                         Diagnostics& diagnostics, ReadWhen when) {
    Languages languages;
    LanguagesReader reader(job, dataset, languages, files, diagnostics);
    warn_of_odd_language(dataset.dataset.language_place, dataset.dataset.language, diagnostics);
    std::vector<std::string> wanted;
    const std::string& own = dataset.dataset.language;
    std::vector<std::string> asked = job.languages;
    for (std::string& word : asked) {
        std::string tag = unicode::canonical_tag(word);
        if (unicode::is_language_tag(tag)) word = std::move(tag);
    }
    if (std::any_of(asked.begin(), asked.end(),
                    [&own](const std::string& tag) { return tag != own; }))
        reader.look_for_locales();
    for (const std::string& tag : asked) {
        if (tag == kAllLanguages && dataset.is_stream) diagnostics.push_back(no_locales(dataset));
        const std::vector<std::string> tags =
            tag == kAllLanguages ? reader.all() : std::vector{tag};
        wanted.insert(wanted.end(), tags.begin(), tags.end());
    }
    if (wanted.empty()) wanted.push_back(own);
    std::set<std::string> seen;
    for (const std::string& tag : wanted) {
        if (seen.insert(tag).second) reader.add(tag, when);
    }
    drop_failed(languages);
    load::locate(diagnostics);
    return languages;
}

void open_locales(const Job& job, const DatasetInput& dataset,
                  const std::function<bool(const Language&)>& is_wanted, Languages& languages,
                  FileStore& files, Diagnostics& diagnostics) {
    LanguagesReader reader(job, dataset, languages, files, diagnostics);
    for (Language& language : languages.languages)
        if (is_wanted(language)) reader.open(language);
    load::locate(diagnostics);
}

void drop_failed(Languages& languages) {
    std::erase_if(languages.languages, [&](const Language& language) {
        if (language.is_failed) languages.failed.push_back(language.tag);
        return language.is_failed;
    });
}

Result<i18n::Localized> dataset_in(const Language& language, const model::Dataset& dataset) {
    std::vector<const model::Locale*> locales;
    for (const LocaleInput* locale : language.locales) locales.push_back(&locale->locale);
    return i18n::localize(dataset, language.tag, locales);
}

}  // namespace broadside
