#pragma once

#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"
#include "broadside/placed/document.hpp"

/// The passes from files to pages, for every layout of a job. Problems of all layouts are reported,
/// each with its place in its file.
namespace broadside {

/// One layout of the dataset.
struct Edition {
    std::string layout;
    std::string layout_file;
    placed::Document document;
};

struct EditionSet {
    std::string id;    // of the dataset
    std::string name;  // of its file or folder
    std::string language;
    std::string dataset_file;
    std::vector<Edition> editions;  // in the order of the job's layouts
};

/// Fails when the job names no layout.
Result<EditionSet> set_editions(const Job& job, FileStore& files);

/// The resolved document of the job's only layout; fails when there is not exactly one.
Result<doc::Document> resolve_edition(const Job& job, FileStore& files);

/// Looks up every reference of the dataset without a layout of the user's; the value says nothing.
Result<doc::Document> resolve_dataset(const Job& job, FileStore& files);

}  // namespace broadside
