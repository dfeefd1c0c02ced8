#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/exchange.hpp"
#include "broadside/i18n/merge.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/option.hpp"
#include "broadside/outputs/output_pattern.hpp"
#include "broadside/outputs/outputs.hpp"
#include "broadside/translations.hpp"
#include "broadside/translations/inputs.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside {

namespace {

constexpr WordList kWays = listed<kTranslationFormats>("name it with --to: ", ", ", "");

Result<TranslationFormat> wanted_format(const Job& job, const ExtractRequest& request) {
    if (request.format != TranslationFormat::ByOutput) return request.format;
    const std::string extension = extension_of(job.output);
    for (const auto& [word, format] : kTranslationFormats) {
        if (word == extension) return format;
    }
    if (extension == i18n::facts_of(TranslationFormat::Po).template_extension ||
        extension == "{ext}" || job.output == kStandardStream)
        return TranslationFormat::Po;
    return wrong_use("job-no-format", fmt::format("nothing tells the format of {}", job.output),
                     {std::string(std::string_view(kWays))});
}

std::map<std::string, std::string> sources_in(const i18n::ExchangeFile& file) {
    std::map<std::string, std::string> sources;
    for (const i18n::ExchangeEntry& entry : file.entries) {
        const bool is_old = !entry.previous_source.empty();
        sources[entry.key] = is_old ? entry.previous_source : entry.source;
    }
    return sources;
}

class Extraction {
public:
    Extraction(const Job& job, const ExtractRequest& request, const TranslationInputs& inputs,
               FileStore& files)
        : job_(job), request_(request), inputs_(inputs), files_(files) {
        taken_.add_input(inputs.dataset().file->name);
        for (const std::string& tag : inputs.locale_tags())
            taken_.add_input(inputs.locale_path(tag));
    }

    Diagnostics prepare() {
        const auto pattern = parse_pattern(job_.output);
        if (!pattern) return pattern.diagnostics();
        for (const auto none : {Placeholder::Layout, Placeholder::Page, Placeholder::Record}) {
            if (!pattern->has(none)) continue;
            return {
                wrong_use("job-pattern", fmt::format("\"{}\": translations have no {}", job_.output,
                                                     word_of(kPlaceholders, none)))};
        }
        const auto format = wanted_format(job_, request_);
        if (!format) return format.diagnostics();
        const i18n::FormatFacts facts = i18n::facts_of(*format);
        if (!facts.has_notes && !job_.layouts.empty()) {
            return {wrong_use("job-no-place-for-budgets",
                              "JSON for tools has no place for how long texts may be",
                              {"leave out --layout, or write --to po or --to jsonc"})};
        }
        if (!facts.tells_date && request_.wants_date) {
            return {wrong_use("job-no-place-for-date", "JSON has no place for a date",
                              {"leave out --creation-timestamp, or write --to po"})};
        }
        if (facts.tells_date && !i18n::is_po_date(job_.output_options.creation_time.value_or(0)))
            return {wrong_use("job-creation-timestamp", "expected a date of the years 1 to 9999")};
        pattern_ = *pattern;
        format_ = *format;
        return {};
    }

    void add(const std::string& tag, Diagnostics& diagnostics) {
        Diagnostics found;
        const auto locale = inputs_.read_locale(tag, found);
        append(diagnostics, found);
        if (has_errors(found)) return;
        if (!unicode::is_language_tag(tag)) {
            diagnostics.push_back(wrong_use("job-language",
                                            fmt::format("expected a BCP 47 tag, got \"{}\"", tag),
                                            load::language_hints(tag)));
            return;
        }
        if (!locale && tag != inputs_.dataset().dataset.language) look_at_new(tag, diagnostics);
        const i18n::Catalogue catalogue = i18n::make_catalogue(
            inputs_.dataset().dataset, {tag, locale ? &locale->locale : nullptr});
        const bool is_template = tag == catalogue.source_language;
        const std::string path = path_of(tag, is_template);
        if (auto error = refusal(path)) {
            diagnostics.push_back(*std::move(error));
        } else {
            write(catalogue, path, diagnostics);
        }
    }

    MeasuredLengths lengths;
    std::vector<ExtractedFile> reports;
    std::vector<OutputFile> outputs;

private:
    std::string path_of(const std::string& tag, bool is_template) const {
        OutputFields fields;
        fields.id = inputs_.dataset().dataset.id;
        fields.name = inputs_.dataset().name;
        fields.language = tag;
        fields.extension = is_template ? i18n::facts_of(format_).template_extension
                                       : word_of(kTranslationFormats, format_);
        return expand(pattern_, fields);
    }

    static void look_at_new(const std::string& tag, Diagnostics& diagnostics) {
        std::string odd = load::odd_language(tag);
        if (!odd.empty()) diagnostics.push_back(warning("job-odd-language", std::move(odd)));
    }

    std::optional<Diagnostic> refusal(const std::string& path) {
        Diagnostics errors = taken_.take(path, job_);
        if (errors.empty()) return std::nullopt;
        if (errors.front().code == "job-same-output")
            errors.front().hints = {"tell them apart with {lang} in --output"};
        return std::move(errors.front());
    }

    void write(const i18n::Catalogue& catalogue, const std::string& path,
               Diagnostics& diagnostics) {
        i18n::ExtractOptions options;
        options.format = format_;
        options.names = request_.names;
        options.creation_time = job_.output_options.creation_time.value_or(0);
        // What goes to standard output is seen as if it lay among the locales.
        options.schema = locale_schema(
            inputs_.dataset(),
            folder_of(path == kStandardStream ? inputs_.locale_path(catalogue.language) : path));
        options.lengths = lengths_of(lengths, catalogue.language, catalogue.source_language);
        if (path != kStandardStream && files_.is_file(path)) {
            auto error = look_at_older(catalogue, path, options);
            if (error) return diagnostics.push_back(*std::move(error));
        }
        outputs.push_back({path, i18n::write_exchange(i18n::extract(catalogue, options))});
        report(catalogue, path);
    }

    static Diagnostic no_translations(const std::string& path) {
        return wrong_use(
            "job-overwrite",
            fmt::format("\"{}\" is there and holds no translations of this format that could be "
                        "read: it would be overwritten",
                        path),
            {"name another file with --output, or remove it"});
    }

    /// The file that will be replaced knows what stale translations were made from, and may hold
    /// work that nobody has merged.
    std::optional<Diagnostic> look_at_older(const i18n::Catalogue& catalogue,
                                            const std::string& path,
                                            i18n::ExtractOptions& options) {
        if (files_.is_stream(path)) return std::nullopt;
        auto bytes = files_.read(path);
        if (!bytes) return no_translations(path);
        const SourceFile file{path, std::move(bytes).value()};
        if (file.bytes.empty()) return std::nullopt;
        const auto older = i18n::read_exchange(file);
        if (!older || i18n::facts_of(older->format).is_json != i18n::facts_of(format_).is_json)
            return no_translations(path);
        if (older->dataset != catalogue.dataset) return std::nullopt;
        options.previous = sources_in(*older);
        if (older->language != catalogue.language ||
            catalogue.language == catalogue.source_language)
            return std::nullopt;
        MergedLocale merged;
        i18n::merge(catalogue, *older, FuzzyEntries::LeftOut, merged);
        if (merged.added + merged.changed == 0) return std::nullopt;
        return error(
                   "unmerged-translations",
                   fmt::format("translations that are not yet in {}: {}",
                               inputs_.locale_path(catalogue.language),
                               merged.added + merged.changed),
                   {fmt::format("merge it first: broadside i18n merge {} {}", job_.dataset, path)})
            .at({path});
    }

    void report(const i18n::Catalogue& catalogue, const std::string& path) {
        ExtractedFile file{path, catalogue.language};
        for (const i18n::Message& message : catalogue.messages) {
            if (!i18n::is_offered(message, request_.names)) continue;
            ++file.texts;
            file.translated += message.translation.empty() ? 0 : 1;
            file.stale += i18n::is_stale(message) ? 1 : 0;
        }
        reports.push_back(std::move(file));
    }

    const Job& job_;
    const ExtractRequest& request_;
    const TranslationInputs& inputs_;
    FileStore& files_;
    OutputPattern pattern_;
    TranslationFormat format_ = TranslationFormat::Po;
    TakenNames taken_;
};

std::vector<std::string> wanted_tags(const Job& job, const TranslationInputs& inputs) {
    const std::string& source = inputs.dataset().dataset.language;
    std::vector<std::string> tags;
    const auto add = [&tags](const std::string& tag) {
        if (!contains(tags, tag)) tags.push_back(tag);
    };
    for (const std::string& tag : job.languages) {
        if (tag != kAllLanguages) {
            add(tag);
            continue;
        }
        for (const std::string& known : inputs.locale_tags()) add(known);
    }
    if (job.languages.empty()) tags.push_back(source);
    return tags;
}

}  // namespace

Result<std::vector<ExtractedFile>> extract_translations(const Job& job,
                                                        const ExtractRequest& request,
                                                        FileStore& store, ByteSink& sink) {
    RememberedStreams files(store);
    Diagnostics diagnostics;
    const auto inputs = TranslationInputs::read(job, files, diagnostics);
    if (!inputs) return diagnostics;
    Extraction extraction(job, request, *inputs, files);
    if (auto errors = extraction.prepare(); !errors.empty()) return errors;
    const std::vector<std::string> tags = wanted_tags(job, *inputs);
    if (tags.empty())
        return wrong_use("job-no-locales", "there are no locales yet",
                         {"name the languages, as in --lang sv,da"});
    extraction.lengths = measure_translations(job, inputs->dataset(), files, diagnostics);
    for (const std::string& tag : tags) extraction.add(tag, diagnostics);
    count_equal(diagnostics);
    if (has_errors(diagnostics)) return diagnostics;
    if (auto errors = sink.write(extraction.outputs); !errors.empty()) return errors;
    return {std::move(extraction.reports), std::move(diagnostics)};
}

}  // namespace broadside
