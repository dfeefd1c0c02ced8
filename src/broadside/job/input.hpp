#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/base/result.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/text/font_files.hpp"

/// Finds the files of a job and hands their bytes to the loaders.
namespace broadside {

/// Kept for as long as later passes may have problems to locate in it.
using InputFile = std::shared_ptr<const SourceFile>;

struct DatasetInput {
    InputFile file;
    std::string folder;  // that holds the file
    std::string name;    // for output names: the folder's of a dataset.json, else the file's stem
    bool is_stream = false;  // from standard input or a pipe: nothing lies beside it
    bool is_whole = true;    // else `dataset` is the rest of a file with errors
    model::Dataset dataset;
};

struct LayoutInput {
    InputFile file;
    std::string folder;
    model::Layout layout;
};

/// Whether what only a share of a job may need is read with the rest of it.
enum class ReadWhen { Now, Later };

InputFile kept(std::string name, std::string bytes);

/// Of the dataset's file, whether or not it can be read; "." where it comes from a stream.
std::string dataset_folder(const Job& job, FileStore& files);

Result<DatasetInput> read_dataset(const Job& job, FileStore& files);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file, as
/// `load::load_dataset` has it.
std::optional<DatasetInput> read_dataset(const Job& job, FileStore& files, Diagnostics& errors);

/// Whether a layout is named by its path: by a slash in it, or by an extension.
bool is_layout_path(std::string_view layout);

/// A layout that is no path is a name, which is looked up beside the dataset, in ./layouts and in
/// the resource folders. What is wrong is added to `errors`; what
/// comes back then is the rest of the file, as `load::load_layout` has it.
std::optional<LayoutInput> read_layout(const std::string& layout, const Job& job,
                                       const std::string& dataset_folder, FileStore& files,
                                       Diagnostics& errors);

/// Names, without `extension`, of the files in a folder that have it, sorted. Hidden ones are
/// leftovers of editors and copies. Fails where the folder cannot be read.
Result<std::vector<std::string>> stems_in(const std::string& folder, std::string_view extension,
                                          FileStore& files);

/// Names of the layouts that a bare name can mean, sorted; of the folders that can be read.
std::vector<std::string> known_layouts(const Job& job, const std::string& dataset_folder,
                                       FileStore& files);

/// Every symbol that a value or a band names, from the first of `folders` that has it.
Result<std::map<std::string, DrawingRef>> read_symbols(const model::Dataset& dataset,
                                                       const std::vector<std::string>& folders,
                                                       FileStore& files);

/// Stand-ins for every symbol of a dataset, so that what else is wrong is found in the same run.
std::map<std::string, DrawingRef> blank_symbols(const model::Dataset& dataset);

/// Every picture of a dataset, by id, from its folder.
Result<std::map<std::string, DrawingRef>> read_pictures(const DatasetInput& dataset,
                                                        FileStore& files);

/// Stand-ins for every picture of a dataset.
std::map<std::string, DrawingRef> blank_pictures(const model::Dataset& dataset);

/// Where symbols may lie: beside the dataset, beside the layout, in the resource folders.
std::vector<std::string> symbol_folders(const Job& job, const std::vector<std::string>& beside);

struct FontsInput {
    InputFile file;
    FontManifest manifest;
    std::shared_ptr<text::FontFiles> opened = std::make_shared<text::FontFiles>();
};

/// The manifest with the font files' real paths. Whether they are there shows when a text needs
/// them.
Result<FontsInput> read_font_manifest(const Job& job, FileStore& files);

}  // namespace broadside
