#include "broadside/pdf_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/conformance/attached_files.hpp"
#include "broadside/files/paths.hpp"

namespace broadside {

namespace {

namespace fs = std::filesystem;

/// Whether it names a file below the folder that it is seen from.
bool stays_inside(const std::string& name) {
    const fs::path path(name);
    const bool has_other_signs = name.find_first_of(std::string_view("\\:\0", 3)) != name.npos;
    return !name.empty() && !path.is_absolute() && path.has_filename() && !has_other_signs &&
           std::none_of(path.begin(), path.end(),
                        [](const fs::path& part) { return part == ".." || part == "."; });
}

}  // namespace

Result<std::vector<std::string>> extract_sources(const std::string& pdf, const std::string& folder,
                                                 Rebuild rebuild, FileStore& files,
                                                 ByteSink& sink) {
    const auto bytes = files.read(pdf);
    if (!bytes) return bytes.diagnostics();
    auto attached = conformance::attached_files(*bytes);
    Diagnostics problems;
    if (!attached) {
        for (Diagnostic problem : attached.diagnostics())
            problems.push_back(std::move(problem).at(FilePlace{pdf}));
        return problems;
    }
    if (attached->empty())
        return error("pdf-sources", "the PDF holds no sources",
                     {"those that build makes with --attach-source do"})
            .at(FilePlace{pdf});
    std::vector<OutputFile> made;
    std::vector<std::string> paths;
    std::set<std::string> names;
    for (conformance::AttachedFile& file : attached.value()) {
        const std::string path = joined(folder, file.name);
        if (!stays_inside(file.name))
            problems.push_back(
                error("pdf-sources",
                      fmt::format("expected a name below the folder, got \"{}\"", file.name))
                    .at(FilePlace{pdf}));
        else if (!names.insert(file.name).second)
            problems.push_back(
                error("pdf-sources", fmt::format("two files are called \"{}\"", file.name))
                    .at(FilePlace{pdf}));
        else if (rebuild == Rebuild::Changed && (files.is_file(path) || files.is_folder(path)))
            problems.push_back(error("pdf-sources", "the file is there already",
                                     {"overwrite it with --force, or name another folder with "
                                      "--output"})
                                   .at(FilePlace{path}));
        paths.push_back(path);
        made.push_back({path, std::move(file.bytes)});
    }
    if (problems.empty()) problems = sink.write(made);
    if (!problems.empty()) return problems;
    return paths;
}

}  // namespace broadside
