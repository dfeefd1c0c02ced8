#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/job/input.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/text/font_files.hpp"

/// Everything that the editions of a job are made from, each file read once. After `read_sources`
/// nothing changes it, so that threads may share it; fonts are read when a text first needs them.
namespace broadside {

/// A layout with the symbols that the dataset asks of it.
struct LayoutSource {
    LayoutInput input;
    std::map<std::string, DrawingRef> symbols;
    std::vector<ReadFile> symbol_files;
    bool has_all_symbols = false;  // else `symbols` are blank, and the errors are reported
    bool has_all_families = false;
};

struct Sources {
    DatasetInput dataset;
    Languages languages;
    std::map<std::string, DrawingRef> codes;  // of the links, when a layout prints any
    std::vector<LayoutSource> layouts;        // in the order of the job
    std::vector<std::string> failed_layouts;  // of the job's, those that cannot be read
    std::shared_ptr<const FontsInput> fonts = std::make_shared<const FontsInput>();
    ReadFile font_manifest;
    std::shared_ptr<text::FontFiles> font_files = std::make_shared<text::FontFiles>();
};

/// The font manifests of all jobs of a build, and the fonts that were opened for them: to read one
/// takes longer than to read a small dataset, and most jobs name the same.
class FontManifests {
public:
    struct Entry {
        std::shared_ptr<const FontsInput> fonts;
        ReadFile file;
        std::shared_ptr<text::FontFiles> font_files;
    };

    /// Nothing where it cannot be read, which is added to `diagnostics`.
    std::optional<Entry> read(const Job& job, FileStore& files,
                              std::vector<Diagnostic>& diagnostics);

private:
    /// What a job says of where its manifest lies.
    using Key = std::pair<std::string, std::vector<std::string>>;
    std::map<Key, Entry> known_;
};

/// Stand-ins for every symbol of a dataset, so that what else is wrong is found in the same run.
std::map<std::string, DrawingRef> blank_symbols(const model::Dataset& dataset);

/// Every part of a dataset in the looks of the defaults, with blank symbols: what a dataset is
/// checked with where there is no layout.
LayoutSource every_part(const model::Dataset& dataset);

/// Whether a block of links, wherever it stands, has QR codes beside them.
bool prints_codes(const std::vector<model::Block>& blocks);

/// The QR code of every link in every language, by its address: each is drawn once, and not
/// again in every edition. Null where a target is too long for one.
std::map<std::string, DrawingRef> link_codes(const model::Dataset& dataset,
                                             const Languages& languages);

/// Warns of every row, cell and shared cell, and of a row's place in a band, that was last checked
/// before the limit, that has a source and was never checked, or that was checked after today. In
/// the order of the file. What a cell does not say of itself, its row says for it; a cell that says
/// nothing is its row's business alone. The limit is one by `stale_limit`.
std::vector<Diagnostic> stale_facts(const model::Dataset& dataset, const StaleRequest& request);

enum class Need { Pages, References };

/// Reads what the job names; for `References` no layout and no font, but `every_part` with the
/// symbols that lie beside the dataset. What cannot be read or used is reported and left out, so
/// that one run finds every problem; nothing comes back when there is no dataset to look at, or,
/// where pages are needed, no layout is named or no font manifest is there.
std::optional<Sources> read_sources(const Job& job, Need need, FileStore& files,
                                    std::vector<Diagnostic>& diagnostics);

/// The same for one job of several.
std::optional<Sources> read_sources(const Job& job, Need need, FileStore& files,
                                    FontManifests& font_manifests,
                                    std::vector<Diagnostic>& diagnostics);

}  // namespace broadside
