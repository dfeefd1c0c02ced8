#include "broadside/font_report.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/text/hyphenate.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside {

namespace {

/// Answers as another shaper does, and remembers which face showed which character: what it tells
/// is what a build would draw.
class RecordingShaper : public text::Shaper {
public:
    RecordingShaper(text::Shaper& shaper, const FontManifest& fonts)
        : shaper_(shaper), fonts_(fonts) {}

    std::shared_ptr<const text::Shaped> shape(const text::Request& request) override {
        auto shaped = shaper_.shape(request);
        for (const text::Cluster& cluster : shaped->clusters) record(cluster, *shaped);
        return shaped;
    }

    FontFaceRef face(const text::FontRequest& request) override { return shaper_.face(request); }

    std::vector<FaceUse> faces() const {
        std::vector<FaceUse> faces;
        for (const auto& [key, use] : uses_) {
            faces.push_back({use.face->family,
                             use.face->weight,
                             use.face->slant,
                             use.shown.size(),
                             {use.missing.begin(), use.missing.end()}});
        }
        return faces;
    }

private:
    struct Use {
        FontFaceRef face;
        std::set<char32_t> shown, missing;
    };
    /// The family's place in the manifest, its name for those that have none, weight and slant.
    using Key = std::tuple<std::ptrdiff_t, std::string, int, FontSlant>;

    void record(const text::Cluster& cluster, const text::Shaped& shaped) {
        if (cluster.is_hidden || cluster.is_space) return;
        const FontFaceRef& face = shaped.items[cluster.item].face;
        Use& use = uses_[key_of(*face)];
        use.face = face;
        const std::string_view utf8 =
            std::string_view(shaped.utf8).substr(cluster.text_begin, cluster.text_size);
        for (const unicode::Character& character : unicode::characters_of(utf8)) {
            if (unicode::is_hidden(character.code) || unicode::is_space(character.code)) continue;
            const auto& all = shaped.missing;
            const bool is_missing = cluster.glyph_count == 0 && contains(all, character.code);
            (is_missing ? use.missing : use.shown).insert(character.code);
        }
    }

    Key key_of(const FontFace& face) const {
        const auto family =
            std::find_if(fonts_.families.begin(), fonts_.families.end(),
                         [&](const FontFamily& known) { return known.family == face.family; });
        return {family - fonts_.families.begin(), face.family, face.weight, face.slant};
    }

    text::Shaper& shaper_;
    const FontManifest& fonts_;
    std::map<Key, Use> uses_;
};

/// Layouts that do not hyphenate have not asked for them.
void check_patterns(const HyphenationFile& patterns, const LayoutSource& layout,
                    Diagnostics& problems) {
    const text::PatternsFile file = text::read_patterns(patterns);
    if (file.patterns) return;
    Diagnostics found{text::to_diagnostic(file.problem)};
    const bool is_told = std::any_of(
        problems.begin(), problems.end(),
        [&](const Diagnostic& problem) { return problem.message == found.front().message; });
    if (is_told) return;
    locate(found, layout);
    append(problems, std::move(found));
}

LanguageFonts fonts_of(const Language& language, const Sources& sources, text::Shaper& shaper,
                       Diagnostics& problems) {
    const FontManifest& manifest = sources.fonts->manifest;
    RecordingShaper recorder(shaper, manifest);
    for (const LayoutSource& layout : sources.layouts) {
        const auto edition =
            set_edition(sources, {layout, first_page(sources)}, language, recorder);
        for (const Diagnostic& problem : edition.diagnostics()) {
            if (outcome_of({problem}) == Outcome::InputErrors) problems.push_back(problem);
        }
    }
    LanguageFonts fonts{language.tag, recorder.faces(), "", ""};
    if (const HyphenationFile* patterns = text::find_patterns(manifest, language.tag)) {
        fonts.patterns = patterns->file;
        fonts.patterns_package = patterns->package;
        check_patterns(*patterns, sources.layouts.front(), problems);
    }
    return fonts;
}

/// Like `read_sources`, but without a layout every part of the dataset is set in the looks of the
/// defaults, which needs the fonts too.
std::optional<Sources> read_sources_with_fonts(const Job& job, FileStore& files,
                                               Diagnostics& diagnostics) {
    if (!job.layouts.empty()) return read_sources(job, SourcesFor::Pages, files, diagnostics);
    auto sources = read_sources(job, SourcesFor::References, files, diagnostics);
    FontManifests unknown;
    auto fonts = read_fonts(job, files, unknown, diagnostics);
    if (!sources || fonts == nullptr) return std::nullopt;
    sources->fonts = std::move(fonts);
    sources->layouts.front().has_all_families = true;
    return sources;
}

}  // namespace

Result<FontReport> report_fonts(const Job& job, FileStore& store) {
    RememberedStreams files(store);
    Diagnostics diagnostics;
    const auto sources = read_sources_with_fonts(job, files, diagnostics);
    if (!sources || sources->layouts.size() < job.layouts.size()) return diagnostics;
    const auto shaper = take(open_shaper(*sources), diagnostics);
    if (!shaper) return diagnostics;
    FontReport report;
    for (const Language& language : sources->languages.languages)
        report.languages.push_back(fonts_of(language, *sources, **shaper, report.problems));
    count_equal(report.problems);
    const auto first_error = std::stable_partition(
        diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& diagnostic) { return diagnostic.severity != Severity::Error; });
    report.problems.insert(report.problems.begin(), first_error, diagnostics.end());
    diagnostics.erase(first_error, diagnostics.end());
    return {std::move(report), std::move(diagnostics)};
}

}  // namespace broadside
