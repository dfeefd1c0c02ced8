#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/job.hpp"
#include "broadside/output_pattern.hpp"
#include "broadside/sources.hpp"

/// Which files a job writes, and what they are called.
namespace broadside {

/// What can be said about the output before anything is read.
struct OutputRequest {
    OutputPattern pattern;
    std::vector<const emit::Format*> formats;  // each once
};

/// Fails at an unknown placeholder, an unknown format, and where nothing tells the format.
Result<OutputRequest> read_output_request(const Job& job);

/// One edition in one format.
struct PlannedOutput {
    const emit::Format* format = nullptr;
    OutputFields fields;
    std::string path;  // of its only file, or of the first page's
};

struct PlannedEdition {
    const LayoutSource* layout = nullptr;
    const Language* language = nullptr;
    std::string name;  // "de flyer-a4", for reports
    std::vector<PlannedOutput> outputs;
};

/// Names that no other file of the job may have. Names are compared as places on the disk, whatever
/// links and detours lead there.
class TakenNames {
public:
    void add_input(const std::string& path);

    /// An error when the name is an input's or was taken before.
    std::vector<Diagnostic> take(const std::string& path);

    bool is_taken(const std::string& path) const;

private:
    std::set<std::string> inputs_;
    std::set<std::string> outputs_;
};

/// The job's inputs, fonts included.
TakenNames names_of_inputs(const Job& job, const Sources& sources);

/// Every edition of the job: by layout, then by language, in the order of the job. Fails when two
/// files would have the same name, or one the name of an input.
Result<std::vector<PlannedEdition>> plan_outputs(const OutputRequest& request,
                                                 const Sources& sources, TakenNames& taken);

/// The files of an output of so many pages, of which formats with a file a page make one each.
/// Fails when a number makes a name that another output has.
Result<std::vector<std::string>> paths_of(const OutputRequest& request, const PlannedOutput& output,
                                          std::size_t pages, const TakenNames& taken);

}  // namespace broadside
