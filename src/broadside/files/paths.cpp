#include "broadside/files/paths.hpp"

namespace broadside {

namespace {

std::string_view without_slashes(std::string_view path) {
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    return path;
}

}  // namespace

std::string joined(std::string_view folder, std::string_view name) {
    const bool is_absolute = !name.empty() && name.front() == '/';
    if (is_absolute || folder.empty() || folder == ".") return std::string(name);
    std::string path(without_slashes(folder));
    if (path.back() != '/') path += '/';
    return path.append(name);
}

std::string folder_of(std::string_view path) {
    const std::size_t slash = without_slashes(path).rfind('/');
    if (slash == std::string_view::npos) return ".";
    return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string stem_of(std::string_view path) {
    std::string_view name = without_slashes(path);
    const std::size_t slash = name.rfind('/');
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    for (const std::string_view extension : kAuthoredExtensions) {
        if (name.ends_with(extension))
            return std::string(name.substr(0, name.size() - extension.size()));
    }
    return std::string(name);
}

}  // namespace broadside
