#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"

/// From a spreadsheet to a dataset: `broadside import`.
namespace broadside {

struct ImportRequest {
    std::string file;      // CSV, TSV, Markdown, XLSX or ODS
    std::string folder;    // of the dataset; empty: called as the file, without its ending
    std::string sheet;     // a name, or a number from 1; empty: the first that has cells
    std::string language;  // BCP 47; empty: guessed
    std::string encoding;  // of a text; empty: guessed
};

/// What a column of the sheet was taken for.
struct ImportedColumn {
    std::string letter;  // in the sheet
    std::string title;
    std::string kind;  // in the dataset's words, with what there is to say of it
};

struct ImportReport {
    std::string path;  // of the dataset
    std::string folder;
    std::string layout;  // a shipped one that suits it
    bool is_new = true;
    bool is_written = true;  // else the dataset says all of it already
    std::string sheet;       // its name; empty: it has none
    std::string language;
    std::size_t rows = 0, sections = 0, notes = 0;
    std::vector<ImportedColumn> columns;
    std::vector<std::string> changes;  // of a dataset that was there
};

/// Writes a dataset of what the sheet says. Where one is there already, its facts are brought up to
/// date: ids, notes, comments and all that was written by hand stay, and what the sheet no longer
/// has, which is told. Fails with nothing written where the file is no sheet, the dataset is
/// YAML, or it has errors that would keep it from being built.
Result<ImportReport> import_sheet(const ImportRequest& request, FileStore& files, ByteSink& sink);

}  // namespace broadside
