#include "broadside/i18n/pseudo.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/files/paths.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/exchange.hpp"
#include "broadside/translations.hpp"
#include "broadside/translations/inputs.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside {

namespace {

/// Regions that nobody has (ISO 3166-1, user-assigned): no translation is ever overwritten.
bool is_stand_in(std::string_view tag) { return tag.ends_with("-XA") || tag.ends_with("-XB"); }

OutputFile stand_in(const std::string& tag, const TranslationInputs& inputs,
                    ExtractedFile& report) {
    const i18n::Catalogue catalogue = i18n::make_catalogue(inputs.dataset().dataset, {tag});
    const std::string path = inputs.locale_path(tag);
    i18n::ExtractOptions options;
    options.format = TranslationFormat::Json;
    options.schema = locale_schema(inputs.dataset(), folder_of(path));
    i18n::ExchangeFile file = i18n::extract(catalogue, options);
    const Direction direction = unicode::direction_of(tag);
    for (i18n::ExchangeEntry& entry : file.entries)
        entry.translation = i18n::pseudo_text(entry.source, direction);
    report = {path, tag, file.entries.size(), file.entries.size()};
    return {path, i18n::write_exchange(file)};
}

}  // namespace

Result<std::vector<ExtractedFile>> write_stand_ins(const Job& job, FileStore& store,
                                                   ByteSink& sink) {
    RememberedStreams files(store);
    Diagnostics diagnostics;
    const auto inputs = TranslationInputs::read(job, files, diagnostics);
    if (!inputs) return diagnostics;
    std::vector<std::string> tags = job.languages;
    if (tags.empty()) tags = {"en-XA", "ar-XB"};
    std::vector<ExtractedFile> reports(tags.size());
    std::vector<OutputFile> outputs;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (is_stand_in(tags[i]))
            outputs.push_back(stand_in(tags[i], *inputs, reports[i]));
        else
            diagnostics.push_back(wrong_use(
                "job-language",
                fmt::format("expected a language of the region XA or XB, got \"{}\"", tags[i]),
                {"as in en-XA, ar-XB or de-XA: real languages are for translators"}));
    }
    if (has_errors(diagnostics)) return diagnostics;
    if (auto errors = sink.write(outputs); !errors.empty()) return errors;
    return {std::move(reports), std::move(diagnostics)};
}

}  // namespace broadside
