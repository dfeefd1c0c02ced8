#include "broadside/text/font_set.hpp"

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

/// Of ISO 15924's special codes, the ones that families of symbols list.
bool is_for_symbols(const std::string& script) { return script.starts_with('Z'); }

}  // namespace

FontSet::FontSet(std::shared_ptr<const FontManifest> manifest, std::shared_ptr<FontFiles> files)
    : manifest_(std::move(manifest)), files_(std::move(files)) {}

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
    return find_listed(request, script_order(script, language), characters);
}

const OpenFont* FontSet::choose_by_script(const FontRequest& request, std::string_view script,
                                          std::string_view language,
                                          std::span<const Character> characters) {
    if (!find(request)) return nullptr;
    std::vector<std::string> codes = script_order(script, language);
    codes.erase(std::remove_if(codes.begin(), codes.end(), is_for_symbols), codes.end());
    const OpenFont* font = find_listed(request, codes, characters);
    return font ? font : choose(request, script, language, characters);
}

const OpenFont* FontSet::find_listed(const FontRequest& request,
                                     const std::vector<std::string>& scripts,
                                     std::span<const Character> characters) {
    for (const std::string& script : scripts) {
        for (const FontFamily& family : manifest_->families) {
            if (!lists(family, script)) continue;
            const OpenFont* font = open(family, request.weight, request.slant);
            if (font && covers_all(*font, characters)) return font;
        }
    }
    return nullptr;
}

const OpenFont* FontSet::open(const FontFamily& family, int weight, FontSlant slant) {
    for (const FontFile& file : family.files) {
        if (file.weight != weight || file.slant != slant) continue;
        auto known = open_.find(&file);
        if (known == open_.end()) {
            const NamedFile& read = files_->read(file.file);
            FontOpening opening =
                read.bytes ? open_font(family, file, read.bytes) : FontOpening{nullptr, read.why};
            UnreadableFile problem;
            if (!opening.font) {
                problem = {file.file, read.is_absent ? family.package : std::string(),
                           std::move(opening.why), file.origin};
            }
            known = open_.emplace(&file, Opened{std::move(opening.font), std::move(problem)}).first;
        }
        if (!known->second.font) note_unreadable(known->second.problem);
        return known->second.font.get();
    }
    return nullptr;
}

void FontSet::note_unreadable(UnreadableFile file) {
    const auto told = std::find(unreadable_.begin(), unreadable_.end(), file);
    if (told == unreadable_.end()) unreadable_.push_back(std::move(file));
}

std::vector<UnreadableFile> FontSet::take_unreadable() { return std::exchange(unreadable_, {}); }

}  // namespace broadside::text
