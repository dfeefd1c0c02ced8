#include "lint/include_rule.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace broadside::lint {

namespace {

constexpr std::string_view kFacade = "the facade";
constexpr std::string_view kPublicHeader = "a public header";
constexpr std::string_view kCli = "cli";

constexpr std::string_view kAll = "";  // of src/broadside/: what every path begins with

struct FolderRule {
    std::string_view folder;
    std::vector<std::string_view> sees;  // folders, or single headers, under src/broadside/
};

const std::vector<FolderRule>& folder_rules() {
    static const std::vector<FolderRule> rules = {
        {"unicode", {}},
        {"base", {"unicode/"}},
        {"files", {"unicode/", "base/", "file_store.hpp", "byte_sink.hpp"}},
        {"model", {"unicode/", "base/"}},
        {"doc", {"unicode/", "base/"}},
        {"placed", {"unicode/", "base/"}},
        {"scene", {"unicode/", "base/"}},
        {"load", {"unicode/", "base/", "model/"}},
        {"resolve", {"unicode/", "base/", "model/", "doc/"}},
        {"i18n",
         {"unicode/", "base/", "model/", "load/", "resolve/markup.hpp", "translations.hpp",
          "budgets.hpp"}},
        {"sheets", {"unicode/", "base/"}},
        {"text", {"unicode/", "base/"}},
        {"layout", {"unicode/", "base/", "doc/", "placed/", "text/shaper.hpp"}},
        {"paint", {"unicode/", "base/", "placed/", "scene/"}},
        {"impose", {"unicode/", "base/", "scene/"}},
        {"emit", {"unicode/", "base/", "doc/", "scene/"}},
        {"conformance", {"unicode/", "base/"}},
        {"options", {kAll}},
        {"job", {kAll}},
        {"editions", {kAll}},
        {"outputs", {kAll}},
        {"batch", {kAll}},
        {"translations", {kAll}},
        {"imports", {kAll}},
        {kFacade, {kAll}},
        {kPublicHeader, {"base/"}},
        {kCli, {"unicode/", "base/"}},
    };
    return rules;
}

enum class Allowed { Anywhere, SourcesOnly };

struct LibraryRule {
    std::string_view prefix;
    std::vector<std::string_view> folders;  // empty: all
    Allowed allowed = Allowed::Anywhere;
};

const std::vector<LibraryRule>& library_rules() {
    static const std::vector<LibraryRule> rules = {
        {"fmt/", {}},
        {"nlohmann/", {"load"}, Allowed::SourcesOnly},
        {"expat.h", {"base"}, Allowed::SourcesOnly},
        {"zip.h", {"sheets"}, Allowed::SourcesOnly},
        {"dlfcn.h", {"base"}, Allowed::SourcesOnly},
        {"qrencode.h", {"resolve"}, Allowed::SourcesOnly},
        {"fribidi.h", {"resolve"}, Allowed::SourcesOnly},
        {"pango/", {"text"}},
        {"fontconfig/", {"text"}},
        {"glib", {"text", "unicode", "emit"}},
        // The shaper opens the files that the font manifest names, when a text first needs them.
        {"fcntl.h", {kCli, "files", "batch", "text"}, Allowed::SourcesOnly},
        {"sys/stat.h", {"files", "batch", "text"}, Allowed::SourcesOnly},
        {"unistd.h", {kCli, "files", "batch", "text"}, Allowed::SourcesOnly},
        {"ft2build.h", {"text", "emit"}},
        {"freetype", {"text", "emit"}},
        {"hb", {"text", "emit"}},
        {"yaml.h", {"load"}, Allowed::SourcesOnly},
        {"brotli/", {"emit"}, Allowed::SourcesOnly},
        {"cairo", {"emit"}},
        {"png.h", {"load"}, Allowed::SourcesOnly},
        {"jpeglib.h", {"load"}, Allowed::SourcesOnly},
        {"libdeflate.h", {"emit"}, Allowed::SourcesOnly},
        {"zlib.h", {"emit", "conformance"}, Allowed::SourcesOnly},
        {"CLI/", {kCli, kFacade}, Allowed::SourcesOnly},
        {"xxhash.h", {"base"}, Allowed::SourcesOnly},
        {"idn2.h", {"base"}, Allowed::SourcesOnly},
        {"tbb/", {"batch"}, Allowed::SourcesOnly},
    };
    return rules;
}

// Disk, clock, threads and the process's locale reach a pass through its arguments only.
bool is_outside_world(std::string_view header) {
    static const std::vector<std::string_view> headers = {
        "filesystem", "fstream", "iostream", "future", "thread", "random", "locale", "clocale",
    };
    return std::find(headers.begin(), headers.end(), header) != headers.end();
}

// Standard C++ headers have neither folder nor extension.
bool is_standard(std::string_view header) {
    return header.find_first_of("/.") == std::string_view::npos;
}

// The facade and what stands behind it see everything.
bool touches_outside_world(std::string_view folder) {
    if (folder == kPublicHeader || folder == kCli || folder == "files") return true;
    return std::any_of(folder_rules().begin(), folder_rules().end(), [&](const FolderRule& rule) {
        return rule.folder == folder && rule.sees == std::vector{kAll};
    });
}

struct Include {
    std::size_t line = 0;
    std::string_view header;
    bool quoted = false;
};

std::optional<Include> parse_include(std::string_view line, std::size_t number) {
    constexpr std::string_view kDirective = "#include ";
    if (!line.starts_with(kDirective)) return std::nullopt;
    line.remove_prefix(kDirective.size());
    const std::size_t end = line.find_first_of(">\"", 1);
    if (end == std::string_view::npos) return std::nullopt;
    return Include{number, line.substr(1, end - 1), line.front() == '"'};
}

std::string_view folder_of(std::string_view path) {
    constexpr std::string_view kLibrary = "src/broadside/";
    if (path.starts_with("src/cli/")) return kCli;
    path.remove_prefix(kLibrary.size());
    const std::size_t slash = path.find('/');
    if (slash != std::string_view::npos) return path.substr(0, slash);
    return path.ends_with(".hpp") ? kPublicHeader : kFacade;
}

std::string own_problem(std::string_view folder, const Include& include) {
    std::string_view header = include.header;
    if (folder == kCli && header.starts_with("cli/")) return {};
    constexpr std::string_view kLibrary = "broadside/";
    if (!header.starts_with(kLibrary)) {
        return fmt::format("\"{}\" is not written from the include root src/", header);
    }
    header.remove_prefix(kLibrary.size());
    const bool is_public = header.find('/') == std::string_view::npos;
    if ((folder == kCli || folder == kPublicHeader) && is_public) return {};
    if (header.starts_with(fmt::format("{}/", folder))) return {};
    const auto& rules = folder_rules();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const FolderRule& known) { return known.folder == folder; });
    if (rule == rules.end()) return fmt::format("the dependency rule has no line for '{}'", folder);
    const bool seen =
        std::any_of(rule->sees.begin(), rule->sees.end(),
                    [&](std::string_view prefix) { return header.starts_with(prefix); });
    return seen ? std::string() : fmt::format("{} must not see \"{}\"", folder, include.header);
}

std::string library_problem(std::string_view folder, bool in_header, std::string_view header) {
    if (is_outside_world(header) && !touches_outside_world(folder)) {
        return fmt::format("{} must not see <{}>: the outside world enters through the job", folder,
                           header);
    }
    if (is_standard(header)) return {};
    const auto& rules = library_rules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const LibraryRule& known) {
        return header.starts_with(known.prefix);
    });
    if (rule == rules.end()) {
        if (touches_outside_world(folder)) return {};  // POSIX
        return fmt::format("{} must not see <{}>: no rule allows this library", folder, header);
    }
    const auto& folders = rule->folders;
    if (!folders.empty() && std::find(folders.begin(), folders.end(), folder) == folders.end()) {
        return fmt::format("{} must not see <{}>", folder, header);
    }
    if (in_header && rule->allowed == Allowed::SourcesOnly) {
        return fmt::format("<{}> belongs in a .cpp file", header);
    }
    return {};
}

}  // namespace

std::vector<Problem> include_problems(const SourceFile& file) {
    if (!file.path.starts_with("src/broadside/") && !file.path.starts_with("src/cli/")) return {};
    const std::string_view folder = folder_of(file.path);
    const bool in_header = file.path.ends_with(".hpp");
    std::vector<Problem> problems;
    std::size_t number = 0;
    for (const std::string_view line : split_lines(file.text)) {
        const auto include = parse_include(line, ++number);
        if (!include) continue;
        const std::string message = include->quoted
                                        ? own_problem(folder, *include)
                                        : library_problem(folder, in_header, include->header);
        if (!message.empty()) problems.push_back(problem_at(file, number, message));
    }
    return problems;
}

}  // namespace broadside::lint
