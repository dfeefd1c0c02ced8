#include "broadside/sheets/archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/loaded_library.hpp"

namespace broadside::sheets {

namespace {

// clang-format off
#define BROADSIDE_ZIP(function)                                                            \
    function(zip_discard) function(zip_error_fini) function(zip_error_init)                \
    function(zip_error_strerror) function(zip_fclose) function(zip_fopen) function(zip_fread) \
    function(zip_get_error) function(zip_name_locate) function(zip_open_from_source)       \
    function(zip_source_buffer_create) function(zip_source_free)
// clang-format on
BROADSIDE_ZIP(BROADSIDE_DECLARE_LOADED)

/// libzip brings libcrypto with it, and both would take a fifth of the time in which the program
/// starts: they are loaded with the first workbook.
bool load_zip() {
    static const bool is_there = [] {
        LoadedLibrary library(BROADSIDE_LIBZIP);
        BROADSIDE_ZIP(BROADSIDE_FIND_LOADED)
        return library.is_complete();
    }();
    return is_there;
}

Diagnostic damaged(std::string_view what) {
    return error("damaged-workbook", fmt::format("cannot be unpacked: {}", what));
}

}  // namespace

void Archive::Close::operator()(zip* handle) const { zip_discard(handle); }

std::optional<Archive> Archive::open(std::string_view bytes, Diagnostics& diagnostics) {
    if (!load_zip()) {
        diagnostics.push_back(error("no-libzip",
                                    "cannot be unpacked: " BROADSIDE_LIBZIP " is not there",
                                    {"install libzip, or save the sheet as CSV"}));
        return std::nullopt;
    }
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
    zip_t* handle =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &problem);
    if (handle == nullptr) {
        diagnostics.push_back(damaged(zip_error_strerror(&problem)));
        if (source != nullptr) zip_source_free(source);
        zip_error_fini(&problem);
        return std::nullopt;
    }
    zip_error_fini(&problem);
    return Archive(handle);
}

bool Archive::holds(const std::string& path) const {
    return zip_name_locate(handle_.get(), path.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(const std::string& path, Diagnostics& diagnostics) const {
    if (!holds(path)) return std::nullopt;
    const std::unique_ptr<zip_file_t, decltype(zip_fclose)> file(
        zip_fopen(handle_.get(), path.c_str(), 0), zip_fclose);
    if (!file) {
        diagnostics.push_back(
            damaged(fmt::format("{}: {}", path, zip_error_strerror(zip_get_error(handle_.get())))));
        return std::nullopt;
    }
    std::string bytes;
    std::string piece(std::size_t{1} << 16, '\0');
    while (true) {
        const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
        if (size == 0) return bytes;
        if (size < 0) {
            diagnostics.push_back(damaged(path));
            return std::nullopt;
        }
        bytes.append(piece, 0, static_cast<std::size_t>(size));
        // What it says of its size is not believed.
        if (bytes.size() > limits::kMaxSheetPartBytes) {
            diagnostics.push_back(
                error("sheet-too-large", fmt::format("{} unpacks to more than {} MiB", path,
                                                     limits::kMaxSheetPartBytes >> 20)));
            return std::nullopt;
        }
    }
}

}  // namespace broadside::sheets
