#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/job.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/outputs/output_pattern.hpp"
#include "broadside/outputs/taken_names.hpp"

/// Which files a job writes, and what they are called.
namespace broadside {

/// The word that stands for what a web site takes: HTML, SVG, and PNG in two densities, with an
/// index of all editions that shows each and has a figure of it to copy, or lists records.
inline constexpr std::string_view kWebFormat = "web";

/// What a job may call formats: the names of all, and kWebFormat.
std::vector<std::string> format_names();

/// How a pattern for files of several formats ends.
inline constexpr std::string_view kExtension = ".{ext}";

/// Stands before the extension in the names of pictures with twice as many pixels.
inline constexpr std::string_view kFineSuffix = "@2x";

/// What can be said about the output before anything is read.
struct OutputRequest {
    const Job* job = nullptr;  // outlives the request
    OutputPattern pattern;
    OutputPattern of_sheets;                   // the same, of files that hold all records
    std::vector<const emit::Format*> formats;  // each once
};

/// Fails at unknown placeholders, unknown formats, and where nothing tells the format.
Result<OutputRequest> read_output_request(const Job& job);

/// Which edition of a job it is, whether or not the values of its record are read. There may be
/// thousands: what follows from this, its name and its paths among them, is made when it is needed.
struct PlannedEdition {
    const LayoutSource* layout = nullptr;
    const Language* language = nullptr;
    std::optional<std::uint32_t> record;  // its number; none: there is none, or all as cards
};

/// The name of an edition, for reports and shards; `record`: its key, empty: none.
std::string edition_name(std::string_view language, std::string_view layout,
                         std::string_view record);

/// "de flyer-a4", with its record's key as far as that can be used.
std::string name_of(const Sources& sources, const PlannedEdition& edition);

/// What its pages are made of each: one null where there is no record.
std::vector<const model::Record*> records_of(const Sources& sources, const PlannedEdition& edition);

/// Every edition of the job, also of records with errors: by layout, then by language, in the order
/// of the job, then by record; on sheets, one of all records.
void for_each_edition(const Sources& sources,
                      const std::function<void(const PlannedEdition&)>& take);

struct OutputPlan {
    std::vector<PlannedEdition> editions;
    std::vector<std::string> failed;  // names of those whose records have errors
};

/// The editions of the job in that order, or those of its share, which has one answer for each of
/// them, and whose records were read. Takes the names of all. Fails where two files would have the
/// same name, or one the name of an input, and names the first.
Result<OutputPlan> plan_outputs(const OutputRequest& request, const Sources& sources,
                                TakenNames& taken, const std::vector<bool>* share = nullptr);

/// An error for the first file in whose place lies one that is no output.
Diagnostics check_outputs(const OutputRequest& request, const Sources& sources,
                          const std::vector<PlannedEdition>& editions, FileStore& files);

/// The key of its record; empty where it has none, or all of them as cards.
std::string_view key_of(const Sources& sources, const PlannedEdition& edition);

/// The path of one of the `files` of an edition in a format.
std::string path_of(const OutputRequest& request, const Sources& sources,
                    const PlannedEdition& edition, const emit::Format& format, std::size_t page = 1,
                    std::size_t files = 1);

/// The files of an output of so many pages, of which formats with a file a page make one each.
/// Fails when a number makes a name that another output has.
Result<std::vector<std::string>> paths_of(const OutputRequest& request, const Sources& sources,
                                          const PlannedEdition& edition, const emit::Format& format,
                                          std::size_t pages, const TakenNames& taken);

}  // namespace broadside
