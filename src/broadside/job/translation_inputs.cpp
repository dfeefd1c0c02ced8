#include "broadside/job/translation_inputs.hpp"

#include <algorithm>
#include <utility>

namespace broadside {

std::optional<TranslationInputs> TranslationInputs::read(const Job& job, FileStore& files,
                                                         std::vector<Diagnostic>& diagnostics) {
    auto dataset = take(read_dataset(job, files), diagnostics);
    if (!dataset) return std::nullopt;
    auto tags = take(known_locales(*dataset, files), diagnostics);
    if (!tags) return std::nullopt;
    return TranslationInputs(job, files, *std::move(dataset), *std::move(tags));
}

TranslationInputs::TranslationInputs(const Job& job, FileStore& files, DatasetInput dataset,
                                     std::vector<std::string> tags)
    : job_(job),
      files_(&files),
      dataset_(std::move(dataset)),
      places_(dataset_.file.name, dataset_.file.bytes),
      tags_(std::move(tags)) {}

std::string TranslationInputs::locale_path(const std::string& tag) const {
    return broadside::locale_path(dataset_, tag, *files_);
}

std::optional<LocaleInput> TranslationInputs::read_locale(
    const std::string& tag, std::vector<Diagnostic>& diagnostics) const {
    if (std::find(tags_.begin(), tags_.end(), tag) == tags_.end()) return std::nullopt;
    Job job = job_;
    job.languages = {tag};
    Languages read = read_languages(job, dataset_, *files_, diagnostics);
    for (LocaleInput& input : read.files) {
        if (input.locale.language == tag) return std::move(input);
    }
    return std::nullopt;
}

}  // namespace broadside
