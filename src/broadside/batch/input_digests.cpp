#include "broadside/batch/input_digests.hpp"

#include "broadside/batch/program_digest.hpp"

namespace broadside::batch {

namespace {

Digest digest_of(const LayoutSource& layout) {
    ContentHash hash;
    hash.add_text(layout.input.file.bytes);
    // In the order in which the dataset names them, whatever folders they were found in.
    for (const ReadFile& symbol : layout.symbol_files) hash.add_digest(symbol.content);
    return hash.digest();
}

Digest digest_of(const Language& language) {
    ContentHash hash;
    hash.add_text(language.tag);
    for (const LocaleInput* locale : language.locales) {
        hash.add_text(locale->locale.language);
        hash.add_text(locale->file.bytes);
    }
    return hash.digest();
}

}  // namespace

InputDigests::InputDigests(const Sources& sources, const emit::Options& options,
                           FontDigests& font_digests)
    : options_(options),
      program_(program_digest()),
      dataset_(broadside::digest_of(sources.dataset.file.bytes)) {
    ContentHash fonts;
    fonts.add_digest(sources.font_manifest.content);
    fonts.add_digest(font_digests.of(sources.fonts->manifest));
    fonts_ = fonts.digest();
    for (const LayoutSource& layout : sources.layouts) layouts_[&layout] = digest_of(layout);
    for (const Language& language : sources.languages.languages)
        languages_[&language] = digest_of(language);
}

Digest InputDigests::of_format(const emit::Format& format) const {
    const emit::OptionsRead& reads = format.reads;
    ContentHash hash;
    hash.add_text(format.name);
    if (reads.ppi) hash.add_real(options_.ppi);
    if (reads.svg_text) hash.add_number(static_cast<std::uint64_t>(options_.svg_text));
    if (reads.creation_time) hash.add_number(static_cast<std::uint64_t>(options_.creation_time));
    return hash.digest();
}

Digest InputDigests::of_languages(const std::vector<const Language*>& languages) const {
    ContentHash hash;
    for (const Language* language : languages) hash.add_digest(languages_.at(language));
    return hash.digest();
}

Digest InputDigests::of_output(const PlannedEdition& edition, const PlannedOutput& output,
                               const Digest& together) const {
    ContentHash hash;
    hash.add_digest(program_);
    hash.add_digest(fonts_);
    hash.add_digest(dataset_);
    hash.add_digest(layouts_.at(edition.layout));
    hash.add_digest(together);
    hash.add_digest(languages_.at(edition.language));
    hash.add_digest(of_format(*output.format));
    return hash.digest();
}

Digest InputDigests::of_scene(const Digest& fingerprint, const emit::Format& format) const {
    ContentHash hash;
    hash.add_digest(program_);
    hash.add_digest(fonts_);
    hash.add_digest(fingerprint);
    hash.add_digest(of_format(format));
    return hash.digest();
}

}  // namespace broadside::batch
