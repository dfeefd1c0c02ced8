#include "broadside/text/font_set.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "broadside/text/script_order.hpp"

namespace broadside::text {

namespace {

bool covers_all(const OpenFont& font, std::span<const Character> characters) {
    return std::all_of(characters.begin(), characters.end(),
                       [&](const Character& c) { return font.covers(c.code); });
}

bool lists(const FontFamily& family, const std::string& script) {
    return std::find(family.scripts.begin(), family.scripts.end(), script) != family.scripts.end();
}

bool is_readable(const FontFile& file) { return access(file.file.c_str(), R_OK) == 0; }

Diagnostic describe_missing(const FontFamily& family, const FontFile& file) {
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.code = "missing-font-file";
    warning.file = file.file;
    warning.message = fmt::format("cannot read this font file of the family {}", family.family);
    if (!family.package.empty()) {
        warning.hints.push_back(fmt::format("the Debian package {} brings it", family.package));
    }
    return warning;
}

}  // namespace

FontSet::FontSet(std::shared_ptr<const FontManifest> manifest) : manifest_(std::move(manifest)) {}

const OpenFont* FontSet::find(const FontRequest& request) {
    for (const FontFamily& family : manifest_->families) {
        if (family.family == request.family) return open(family, request.weight, request.slant);
    }
    return nullptr;
}

const OpenFont* FontSet::choose(const FontRequest& request, std::string_view script,
                                std::string_view language, std::span<const Character> characters) {
    const OpenFont* asked = find(request);
    if (!asked || covers_all(*asked, characters)) return asked;
    for (const std::string& code : script_order(script, language)) {
        for (const FontFamily& family : manifest_->families) {
            if (!lists(family, code)) continue;
            const OpenFont* font = open(family, request.weight, request.slant);
            if (font && covers_all(*font, characters)) return font;
        }
    }
    return nullptr;
}

const OpenFont* FontSet::open(const FontFamily& family, int weight, FontSlant slant) {
    for (const FontFile& file : family.files) {
        if (file.weight != weight || file.slant != slant) continue;
        const auto known = open_.find(&file);
        if (known != open_.end()) return known->second.get();
        return open_.emplace(&file, open_font(family.family, file)).first->second.get();
    }
    return nullptr;
}

MissingFonts find_missing_fonts(const FontManifest& manifest) {
    MissingFonts missing;
    for (const FontFamily& family : manifest.families) {
        std::vector<FontFile> absent = family.files;
        absent.erase(std::remove_if(absent.begin(), absent.end(), is_readable), absent.end());
        if (absent.empty()) continue;
        missing.files += absent.size();
        missing.warnings.push_back(describe_missing(family, absent.front()));
    }
    return missing;
}

}  // namespace broadside::text
