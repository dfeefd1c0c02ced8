#include "broadside/job/sources.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/url.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/option.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/resolve/qr.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside {

namespace {

constexpr char kEveryPart[] = R"({"format": 1, "name": "every-part", "blocks": [
    {"kind": "header"}, {"kind": "legend"}, {"kind": "table"}, {"kind": "notes"}, {"kind": "links"},
    {"kind": "imprint"}]})";

Diagnostic no_layout(const Job& job, const std::string& dataset_folder, FileStore& files) {
    const std::vector<std::string> known = known_layouts(job, dataset_folder, files);
    Hints hints;
    if (!known.empty()) hints = {fmt::format("known: {}", fmt::join(known, ", "))};
    return blame(
        job, {"layout"},
        error("job-no-layout",
              job.origin.file.empty() ? "expected a layout, as in --layout flyer-a4"
                                      : "expected a layout, as in \"layout\": \"flyer-a4\"",
              std::move(hints)));
}

/// False when a family is missing: that is one problem of the layout, not one of every text.
bool check_families(const LayoutInput& layout, const FontManifest& fonts,
                    Diagnostics& diagnostics) {
    std::vector<std::string> families;
    for (const FontFamily& family : fonts.families) families.push_back(family.family);
    std::set<std::string> unknown;
    for (const auto& [role, style] : layout.layout.styles) {
        if (!contains(families, *style.family)) unknown.insert(*style.family);
    }
    for (const std::string& family : unknown) {
        Diagnostic word = unknown_word({"font family", family, families});
        diagnostics.push_back(
            error("unknown-font-family", std::move(word.message), std::move(word.hints))
                .at({layout.file->name, "/fonts"})
                .at(layout.layout.fonts_place));
    }
    load::locate(diagnostics);
    return unknown.empty();
}

class SourcesReader {
public:
    SourcesReader(const Job& job, FileStore& files, Diagnostics& diagnostics)
        : job_(job), files_(files), diagnostics_(diagnostics) {}

    /// Where nothing will be made of the layouts: what is wrong with them, and with the symbols
    /// that they find, is said all the same.
    void check_layouts(const std::optional<DatasetInput>& dataset) {
        const std::string folder = dataset_folder(job_, files_);
        for (const std::string& name : job_.layouts) {
            Diagnostics found;
            const auto input = read_layout(name, job_, folder, files_, found);
            check_layout(input, dataset, std::move(found));
        }
    }

    /// What else is wrong with a dataset that has the errors of `found`.
    void check_rest(const std::optional<DatasetInput>& dataset, Diagnostics found) {
        Diagnostics unknown;
        if (dataset) {
            unknown = resolve::unknown_references(
                {dataset->dataset, {}, blank_symbols(dataset->dataset), {}});
            load::locate(unknown);
        }
        add_in_order(std::move(found), std::move(unknown));
    }

    NamedDrawings pictures(const DatasetInput& dataset) {
        ReadLog log(files_);
        return named(read_pictures(dataset, log), log, blank_pictures(dataset.dataset));
    }

    /// Layouts whose symbols are looked for in the same folders share them.
    const NamedDrawings& symbols(const LayoutInput& layout, const DatasetInput& dataset) {
        const auto folders = symbol_folders(job_, {dataset.folder, layout.folder});
        const auto [known, is_new] = symbols_.try_emplace(folders);
        if (is_new) {
            ReadLog log(files_);
            known->second = named(read_symbols(dataset.dataset, folders, log), log,
                                  blank_symbols(dataset.dataset));
        }
        return known->second;
    }

    void add_layout(const std::string& name, Sources& sources) {
        Diagnostics found;
        auto input = read_layout(name, job_, sources.dataset.folder, files_, found);
        if (!found.empty()) {
            sources.failed_layouts.push_back(name);
            check_layout(input, sources.dataset, std::move(found));
            return;
        }
        LayoutSource layout;
        layout.input = *std::move(input);
        layout.has_all_families =
            check_families(layout.input, sources.fonts->manifest, diagnostics_);
        layout.symbols = symbols(layout.input, sources.dataset);
        sources.layouts.push_back(std::move(layout));
    }

private:
    NamedDrawings named(Result<std::map<std::string, DrawingRef>> read, const ReadLog& log,
                        std::map<std::string, DrawingRef> blank) {
        Diagnostics found;
        auto drawings = take(std::move(read), found);
        load::locate(found);
        append(diagnostics_, std::move(found));
        return {drawings ? *std::move(drawings) : std::move(blank), log.read_files(),
                drawings.has_value()};
    }

    /// What else is wrong with a layout that has the errors of `found`, or whose dataset has some.
    void check_layout(const std::optional<LayoutInput>& input,
                      const std::optional<DatasetInput>& dataset, Diagnostics found) {
        if (!input || !dataset) return add_in_order(std::move(found), {});
        Diagnostics unknown =
            resolve::unknown_layout_references({dataset->dataset, input->layout, {}, {}});
        load::locate(unknown);
        add_in_order(std::move(found), std::move(unknown));
        symbols(*input, *dataset);
    }

    /// Problems of one file.
    void add_in_order(Diagnostics found, Diagnostics more) {
        append(found, std::move(more));
        // What stands nowhere says how many more there are.
        std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
            return std::tuple(a.line == 0, a.line, a.column) <
                   std::tuple(b.line == 0, b.line, b.column);
        });
        count_equal(found);
        append(diagnostics_, std::move(found));
    }

    const Job& job_;
    FileStore& files_;
    Diagnostics& diagnostics_;
    std::map<std::vector<std::string>, NamedDrawings> symbols_;  // by their folders
};

void add_qr_codes(Sources& sources) {
    const bool has_codes = std::any_of(
        sources.layouts.begin(), sources.layouts.end(),
        [](const LayoutSource& layout) { return prints_qr_codes(layout.input.layout.blocks); });
    if (has_codes) sources.qr_codes = link_qr_codes(sources.dataset.dataset, sources.languages);
}

}  // namespace

std::vector<const model::Record*> Sources::pages() const {
    if (!has_records()) return {nullptr};
    std::vector<const model::Record*> pages;
    for (const model::Record& record : records->records.records) pages.push_back(&record);
    return pages;
}

bool Sources::has_cards(const LayoutSource& layout) const {
    return has_records() && layout.input.layout.page.per_sheet;
}

LayoutSource every_part(const model::Dataset& dataset) {
    LayoutSource layout;
    // The text above is a layout: a test holds it to that.
    layout.input.file = kept("", kEveryPart);
    layout.input.layout = load::load_layout(*layout.input.file).value();
    for (const auto& [id, text] : dataset.texts)
        layout.input.layout.blocks.push_back({{}, model::TextBlock{{}, {id, {}}}});
    for (const model::Picture& picture : dataset.pictures)
        layout.input.layout.blocks.push_back({{}, model::PictureBlock{{picture.id, {}}}});
    layout.symbols = {blank_symbols(dataset), {}, true};
    return layout;
}

bool prints_qr_codes(const std::vector<model::Block>& blocks) {
    bool prints = false;
    model::for_each_block(blocks, [&prints](const model::Block& block) {
        const auto* links = std::get_if<model::LinksBlock>(&block.kind);
        prints = prints || (links != nullptr && links->qr);
    });
    return prints;
}

std::map<std::string, DrawingRef> link_qr_codes(const model::Dataset& dataset,
                                                const Languages& languages) {
    std::map<std::string, DrawingRef> codes;
    const auto add = [&](const std::string& target) {
        if (!dataset.fields.empty() && model::has_gaps(target)) return;
        const auto url = parse_url(target);
        if (!url) return;
        if (const auto [code, is_new] = codes.try_emplace(url->address()); is_new)
            code->second = resolve::qr_drawing(*url);
    };
    model::visit_texts(dataset, [&](const model::TextSlot& slot) {
        if (slot.form != model::TextForm::Url) return;
        add(slot.text->text);
        for (const LocaleInput& locale : languages.files) {
            if (const model::Text* text = i18n::text_of(locale.locale, slot).text) add(text->text);
        }
    });
    return codes;
}

std::shared_ptr<const FontsInput> read_fonts(const Job& job, FileStore& files, FontManifests& known,
                                             Diagnostics& diagnostics) {
    auto& fonts = known[{job.font_manifest, job.resources}];
    if (fonts != nullptr) return fonts;
    auto input = take(read_font_manifest(job, files), diagnostics);
    if (input) fonts = std::make_shared<const FontsInput>(*std::move(input));
    return fonts;
}

std::optional<Sources> read_sources(const Job& job, SourcesFor purpose, FileStore& files,
                                    Diagnostics& diagnostics) {
    FontManifests font_manifests;
    return read_sources(job, purpose, files, font_manifests, diagnostics);
}

std::optional<Sources> read_sources(const Job& job, SourcesFor purpose, FileStore& files,
                                    FontManifests& font_manifests, Diagnostics& diagnostics) {
    SourcesReader reader(job, files, diagnostics);
    Diagnostics found;
    auto dataset = read_dataset(job, files, found);
    if (!found.empty()) {
        if (dataset && load::is_id(dataset->dataset.id) &&
            unicode::is_language_tag(dataset->dataset.language))
            read_languages(job, *dataset, files, diagnostics);
        reader.check_rest(dataset, std::move(found));
        reader.check_layouts(dataset);
        if (!dataset) return std::nullopt;
        if (purpose == SourcesFor::References) reader.symbols({}, *dataset);
        reader.pictures(*dataset);
        return std::nullopt;
    }
    Sources sources;
    sources.dataset = *std::move(dataset);
    if (job.stale) append(diagnostics, stale_facts(sources.dataset.dataset, *job.stale));
    const bool is_share = purpose == SourcesFor::Plan && job.shard.parts > 1;
    sources.languages = read_languages(job, sources.dataset, files, diagnostics,
                                       is_share ? ReadWhen::Later : ReadWhen::Now);
    sources.records = read_records(job, sources.dataset,
                                   purpose == SourcesFor::Plan ? ReadWhen::Later : ReadWhen::Now,
                                   files, diagnostics);
    if (!is_share && sources.records != nullptr) {
        open_datasets(
            sources.dataset.dataset, [](const Language&) { return true; }, sources.languages,
            *sources.records, diagnostics);
        drop_failed(sources.languages);
    }
    sources.pictures = reader.pictures(sources.dataset);
    if (purpose == SourcesFor::References) {
        LayoutSource& layout = sources.layouts.emplace_back(every_part(sources.dataset.dataset));
        layout.symbols = reader.symbols(layout.input, sources.dataset);
        return sources;
    }
    std::shared_ptr<const FontsInput> fonts;
    if (job.layouts.empty()) {
        diagnostics.push_back(no_layout(job, sources.dataset.folder, files));
    } else {
        fonts = read_fonts(job, files, font_manifests, diagnostics);
    }
    if (fonts == nullptr) {
        reader.check_rest(sources.dataset, {});
        reader.check_layouts(sources.dataset);
        return std::nullopt;
    }
    sources.fonts = std::move(fonts);
    std::set<std::string> seen;
    for (const std::string& name : job.layouts) {
        if (seen.insert(name).second) reader.add_layout(name, sources);
    }
    if (!is_share) add_qr_codes(sources);
    return sources;
}

void open_languages(const Job& job, const std::function<bool(const Language&)>& is_wanted,
                    Sources& sources, FileStore& files, Diagnostics& diagnostics) {
    open_locales(job, sources.dataset, is_wanted, sources.languages, files, diagnostics);
    if (sources.records != nullptr)
        open_datasets(sources.dataset.dataset, is_wanted, sources.languages, *sources.records,
                      diagnostics);
    add_qr_codes(sources);
}

}  // namespace broadside
