#include "broadside/sheets/archive.hpp"

#include <dlfcn.h>

#include <fmt/format.h>
#include <zip.h>

#include "broadside/base/limits.hpp"

namespace broadside::sheets {

namespace {

/// libzip brings libcrypto with it, and both would take a fifth of the time in which the program
/// starts: they are loaded with the first workbook.
class Zip {
public:
    /// Null where it is not there.
    static const Zip* get() {
        static const Zip zip;
        return zip.is_complete_ ? &zip : nullptr;
    }

    decltype(&zip_discard) discard = nullptr;
    decltype(&zip_error_fini) error_fini = nullptr;
    decltype(&zip_error_init) error_init = nullptr;
    decltype(&zip_error_strerror) error_strerror = nullptr;
    decltype(&zip_fclose) fclose = nullptr;
    decltype(&zip_fopen) fopen = nullptr;
    decltype(&zip_fread) fread = nullptr;
    decltype(&zip_get_error) get_error = nullptr;
    decltype(&zip_name_locate) name_locate = nullptr;
    decltype(&zip_open_from_source) open_from_source = nullptr;
    decltype(&zip_source_buffer_create) source_buffer_create = nullptr;
    decltype(&zip_source_free) source_free = nullptr;

private:
    Zip() : library_(::dlopen(BROADSIDE_LIBZIP, RTLD_NOW | RTLD_LOCAL)) {
        if (library_ == nullptr) return;
        is_complete_ = find("zip_discard", discard) && find("zip_error_fini", error_fini) &&
                       find("zip_error_init", error_init) &&
                       find("zip_error_strerror", error_strerror) && find("zip_fclose", fclose) &&
                       find("zip_fopen", fopen) && find("zip_fread", fread) &&
                       find("zip_get_error", get_error) && find("zip_name_locate", name_locate) &&
                       find("zip_open_from_source", open_from_source) &&
                       find("zip_source_buffer_create", source_buffer_create) &&
                       find("zip_source_free", source_free);
    }

    template <typename Function>
    bool find(const char* name, Function& function) {
        function = reinterpret_cast<Function>(::dlsym(library_, name));
        return function != nullptr;
    }

    void* library_;  // for as long as the program runs
    bool is_complete_ = false;
};

struct CloseFile {
    void operator()(zip_file_t* file) const { Zip::get()->fclose(file); }
};

Diagnostic damaged(const std::string& name, std::string_view what) {
    return error("damaged-workbook", fmt::format("cannot be unpacked: {}", what))
        .at(FilePlace{name});
}

}  // namespace

void Archive::Close::operator()(zip* handle) const { Zip::get()->discard(handle); }

std::optional<Archive> Archive::open(std::string name, std::string_view bytes,
                                     Diagnostics& diagnostics) {
    const Zip* library = Zip::get();
    if (library == nullptr) {
        diagnostics.push_back(error("no-libzip",
                                    "cannot be unpacked: " BROADSIDE_LIBZIP " is not there",
                                    {"install libzip, or save the sheet as CSV"})
                                  .at(FilePlace{name}));
        return std::nullopt;
    }
    zip_error_t problem;
    library->error_init(&problem);
    zip_source_t* source = library->source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
    zip_t* handle =
        source == nullptr ? nullptr : library->open_from_source(source, ZIP_RDONLY, &problem);
    if (handle == nullptr) {
        diagnostics.push_back(damaged(name, library->error_strerror(&problem)));
        if (source != nullptr) library->source_free(source);
        library->error_fini(&problem);
        return std::nullopt;
    }
    library->error_fini(&problem);
    return Archive(std::move(name), handle);
}

bool Archive::holds(const std::string& path) const {
    return Zip::get()->name_locate(handle_.get(), path.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(const std::string& path, Diagnostics& diagnostics) const {
    if (!holds(path)) return std::nullopt;
    const Zip& library = *Zip::get();
    const std::unique_ptr<zip_file_t, CloseFile> file(
        library.fopen(handle_.get(), path.c_str(), 0));
    if (!file) {
        diagnostics.push_back(damaged(
            name_,
            fmt::format("{}: {}", path, library.error_strerror(library.get_error(handle_.get())))));
        return std::nullopt;
    }
    std::string bytes;
    std::string piece(std::size_t{1} << 16, '\0');
    while (true) {
        const zip_int64_t size = library.fread(file.get(), piece.data(), piece.size());
        if (size == 0) return bytes;
        if (size < 0) {
            diagnostics.push_back(damaged(name_, path));
            return std::nullopt;
        }
        bytes.append(piece, 0, static_cast<std::size_t>(size));
        // What it says of its size is not believed.
        if (bytes.size() > limits::kMaxSheetPartBytes) {
            diagnostics.push_back(
                error("sheet-too-large", fmt::format("{} unpacks to more than {} MiB", path,
                                                     limits::kMaxSheetPartBytes >> 20))
                    .at(FilePlace{name_}));
            return std::nullopt;
        }
    }
}

}  // namespace broadside::sheets
