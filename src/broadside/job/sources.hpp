#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/job/gaps.hpp"
#include "broadside/job/input.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/load/records/load_records.hpp"
#include "broadside/model/record_file.hpp"

/// Everything that the editions of a job are made from, each file read once. After `read_sources`
/// nothing changes it, so that threads may share it; fonts are read when a text first needs them.
namespace broadside {

/// The records of a job, and the dataset in each language that they fill.
struct RecordsInput {
    bool are_asked_for = false;  // else fields say their defaults
    std::string file;            // its name; empty where there is none, or none that can be read
    model::Records records;
    model::Record stand_in;  // where none are asked for: what fields without a default may say
    std::map<std::string, std::shared_ptr<const OpenDataset>> open;  // by language

    // Where values are not read yet; the outline of it is in `records`.
    std::unique_ptr<load::RecordsFile> unread;
};

/// Reads the records that the job names. What is wrong is added to `diagnostics`. Nothing, where
/// the dataset takes no records.
std::shared_ptr<RecordsInput> read_records(const Job& job, const DatasetInput& dataset,
                                           ReadWhen values, FileStore& files,
                                           Diagnostics& diagnostics);

/// Opens the dataset in those languages of which `is_wanted` tells and that have not failed, for
/// records to fill, and marks the ones whose texts name no fields.
void open_datasets(const model::Dataset& dataset,
                   const std::function<bool(const Language&)>& is_wanted, Languages& languages,
                   RecordsInput& input, Diagnostics& diagnostics);

/// Reads the values of those records that are wanted, by their numbers, where that was left for
/// later; no other can be read then.
void read_values(const std::shared_ptr<RecordsInput>& input,
                 const std::function<bool(std::size_t)>& is_wanted, Diagnostics& diagnostics);

/// Symbols or pictures that a dataset names.
struct NamedDrawings {
    std::map<std::string, DrawingRef> by_id;
    std::vector<ReadFile> files;
    bool are_read = false;  // else they are blank, and the errors are reported
};

/// A layout with the symbols that the dataset asks of it.
struct LayoutSource {
    LayoutInput input;
    NamedDrawings symbols;
    bool has_all_families = false;
};

struct Sources {
    DatasetInput dataset;
    Languages languages;
    std::shared_ptr<RecordsInput> records;  // null: the dataset takes none
    NamedDrawings pictures;
    std::map<std::string, DrawingRef> qr_codes;  // of the links, when a layout prints any
    std::vector<LayoutSource> layouts;           // in the order of the job
    std::vector<std::string> failed_layouts;     // of the job's, those that cannot be read
    std::shared_ptr<const FontsInput> fonts = std::make_shared<const FontsInput>();

    /// Whether records fill its pages; else fields say their defaults.
    bool has_records() const { return records != nullptr && records->are_asked_for; }

    /// What a page is made of each: the records that were read; one null where there are none.
    std::vector<const model::Record*> pages() const;

    /// Whether the layout sets the records as cards, so that all of them are one edition.
    bool has_cards(const LayoutSource& layout) const;
};

/// The font manifests of all jobs of a build, by what a job says of where its manifest lies, and
/// the fonts that were opened for them: to read one takes longer than to read a small dataset, and
/// most jobs name the same.
using FontManifests =
    std::map<std::pair<std::string, std::vector<std::string>>, std::shared_ptr<const FontsInput>>;

/// Null where the manifest cannot be read, which is added to `diagnostics`.
std::shared_ptr<const FontsInput> read_fonts(const Job& job, FileStore& files, FontManifests& known,
                                             Diagnostics& diagnostics);

/// Every part of a dataset in the looks of the defaults, with blank symbols: what a dataset is
/// checked with where there is no layout.
LayoutSource every_part(const model::Dataset& dataset);

/// Whether a block of links, wherever it stands, has QR codes beside them.
bool prints_qr_codes(const std::vector<model::Block>& blocks);

/// The QR code of every link in every language, by its address: each is drawn once, and not
/// again in every edition. Null where a target is too long for one.
std::map<std::string, DrawingRef> link_qr_codes(const model::Dataset& dataset,
                                                const Languages& languages);

/// Warns of every row, cell and shared cell, and of a row's place in a band, that was last checked
/// before the limit, that has a source and was never checked, or that was checked after today. In
/// the order of the file. What a cell does not say of itself, its row says for it; a cell that says
/// nothing is its row's business alone. The limit is one by `stale_limit`.
Diagnostics stale_facts(const model::Dataset& dataset, const StaleRequest& request);

/// What sources are read for.
enum class SourcesFor { Pages, References, Plan };

/// Reads what the job names; for `References` no layout and no font, but `every_part` with the
/// symbols that lie beside the dataset. What cannot be read or used is reported and left out, so
/// that one run finds every problem; nothing comes back when there is no dataset to look at, or,
/// where pages are needed, no layout is named or no font manifest is there. A `Plan` says later of
/// which records it needs the values: none are read; and that of a shard, which languages: none are
/// opened.
std::optional<Sources> read_sources(const Job& job, SourcesFor purpose, FileStore& files,
                                    Diagnostics& diagnostics);

/// The same for one job of several.
std::optional<Sources> read_sources(const Job& job, SourcesFor purpose, FileStore& files,
                                    FontManifests& font_manifests, Diagnostics& diagnostics);

/// Opens those languages of which `is_wanted` tells, where that was left for later, and marks the
/// ones that cannot be used. What is wrong is added to `diagnostics`.
void open_languages(const Job& job, const std::function<bool(const Language&)>& is_wanted,
                    Sources& sources, FileStore& files, Diagnostics& diagnostics);

}  // namespace broadside
