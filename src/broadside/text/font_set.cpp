#include "broadside/text/font_set.hpp"

#include <algorithm>

#include "broadside/base/contains.hpp"
#include "broadside/text/script_order.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::text {

namespace {

/// Longer ones are no letters of any language (UAX #15, Stream-Safe Text Format), and would cost
/// time that grows with their square.
constexpr std::size_t kLongestLetter = 32;

bool lists(const FontFamily& family, const std::string& script) {
    return contains(family.scripts, script);
}

const FontFile* find_file(const FontFamily& family, int weight, FontSlant slant) {
    const auto file = std::find_if(
        family.files.begin(), family.files.end(),
        [&](const FontFile& each) { return each.weight == weight && each.slant == slant; });
    return file == family.files.end() ? nullptr : &*file;
}

/// Families of mathematical signs have one weight: beside bold digits the minus of another family
/// looks right, if that is drawn as large as the text.
bool has_own_weight(const FontFamily& family, const FontRequest& request) {
    const FontFile* file = find_file(family, request.weight, request.slant);
    const FontFile* regular = find_file(family, kRegularWeight, request.slant);
    return family.scale == 1 && file && regular && file->file != regular->file;
}

/// Of ISO 15924's special codes, the ones that families of symbols list.
bool is_for_symbols(const std::string& script) { return script.starts_with('Z'); }

bool has_symbols(const FontFamily& family) {
    return std::any_of(family.scripts.begin(), family.scripts.end(), is_for_symbols);
}

std::string text_of(std::span<const unicode::Character> characters) {
    std::string utf8;
    for (const unicode::Character& character : characters)
        unicode::append_utf8(utf8, character.code);
    return utf8;
}

/// A sign that one character stands for, and that can also be put together from others: ≠, ǖ.
bool is_sign(const std::u32string& codes) {
    return std::any_of(codes.begin(), codes.end(), has_free_mark);
}

void note(UnreadableFile file, std::vector<UnreadableFile>& noted) {
    if (!contains(noted, file)) noted.push_back(std::move(file));
}

}  // namespace

FontSet::FontSet(std::shared_ptr<const FontManifest> manifest, std::shared_ptr<FontFiles> files)
    : manifest_(std::move(manifest)), files_(std::move(files)) {}

const OpenFont* FontSet::find(const FontRequest& request) {
    for (const FontFamily& family : manifest_->families) {
        if (family.family != request.family) continue;
        const Opened* opened = open(family, request);
        if (opened && !opened->font) note(opened->problem, unreadable_);
        return opened ? opened->font.get() : nullptr;
    }
    return nullptr;
}

ChosenFont FontSet::choose(const FontRequest& request, const TextCluster& cluster,
                           FirstAsked first) {
    const OpenFont* requested = find(request);
    if (!requested) return {nullptr, Showing::Displaced};
    // Nearly all characters of nearly all texts.
    if (first == FirstAsked::Requested && cluster.characters.size() == 1 &&
        requested->has_glyph(cluster.characters.front().code)) {
        return {requested, Showing::Right};
    }
    const Answer listed = ask_listed(request, cluster, first);
    if (listed.chosen.showing == Showing::Right || !listed.unreadable.empty()) {
        for (const UnreadableFile& file : listed.unreadable) note(file, unreadable_);
        return listed.chosen;
    }
    const bool is_one_sign =
        listed.chosen.font && is_sign(unicode::composed(text_of(cluster.characters)));
    if (listed.chosen.font && !is_one_sign) return listed.chosen;
    Answer all;
    ask(request, cluster, all, [](const FontFamily&) { return true; });
    const bool is_shown = all.chosen.showing == Showing::Right || (all.chosen.font && !is_one_sign);
    for (const UnreadableFile& file : all.unreadable) note(file, is_shown ? unreadable_ : unasked_);
    if (is_shown) return all.chosen;
    return {nullptr, is_one_sign ? Showing::Displaced : Showing::None};
}

FontSet::Answer FontSet::ask_listed(const FontRequest& request, const TextCluster& cluster,
                                    FirstAsked first) {
    Answer answer;
    const std::vector<std::string> scripts = script_order(cluster.script, cluster.language);
    const auto is_shown_by = [&](const std::string& script) {
        return ask(request, cluster, answer,
                   [&](const FontFamily& family) { return lists(family, script); });
    };
    if (first == FirstAsked::OfScript) {
        for (const std::string& script : scripts) {
            if (!is_for_symbols(script) && is_shown_by(script)) return answer;
        }
    }
    const auto is_requested = [&](const FontFamily& family) {
        return family.family == request.family;
    };
    if (ask(request, cluster, answer, is_requested)) return answer;
    bool is_weight_asked = request.weight == kRegularWeight;
    for (const std::string& script : scripts) {
        if (is_for_symbols(script) && !std::exchange(is_weight_asked, true)) {
            Answer of_weight;  // what cannot be read of families for letters is not missed
            ask(request, cluster, of_weight,
                [&](const FontFamily& family) { return has_own_weight(family, request); });
            if (of_weight.chosen.showing == Showing::Right) return of_weight;
            ask(request, cluster, answer, [&](const FontFamily& family) {
                return has_symbols(family) && has_own_weight(family, request);
            });
        }
        if (is_shown_by(script)) return answer;
    }
    return answer;
}

template <typename Predicate>
bool FontSet::ask(const FontRequest& request, const TextCluster& cluster, Answer& answer,
                  Predicate is_asked) {
    for (const FontFamily& family : manifest_->families) {
        if (!is_asked(family)) continue;
        const Opened* opened = open(family, request);
        if (opened && !opened->font) note(opened->problem, answer.unreadable);
        if (!opened || !opened->font) continue;
        const Showing showing = showing_of(*opened->font, cluster);
        if (showing > answer.chosen.showing) answer.chosen = {opened->font.get(), showing};
        if (showing == Showing::Right) return true;
    }
    return false;
}

Showing FontSet::showing_of(const OpenFont& font, const TextCluster& cluster) {
    const std::span<const unicode::Character> characters = cluster.characters;
    if (characters.size() == 1) {
        const char32_t code = characters.front().code;
        if (font.has_glyph(code)) return Showing::Right;
        if (!font.covers(code)) return Showing::None;
        if (!has_free_mark(code)) return Showing::Right;
    }
    const bool has_parts =
        std::all_of(characters.begin(), characters.end(),
                    [&](const unicode::Character& c) { return font.covers(c.code); });
    const bool is_short = characters.size() <= kLongestLetter;
    const std::string utf8 = is_short ? text_of(characters) : std::string();
    const std::u32string codes = unicode::composed(utf8);
    const bool has_whole = is_short && std::all_of(codes.begin(), codes.end(), [&](char32_t code) {
                               return unicode::is_hidden(code) || font.has_glyph(code);
                           });
    if (!has_parts && !has_whole) return Showing::None;
    const bool has_marks = std::any_of(codes.begin(), codes.end(), [&](char32_t code) {
        return is_free_mark(code) || (has_free_mark(code) && !font.has_glyph(code));
    });
    if (!has_marks) return Showing::Right;
    const auto [known, is_new] =
        placed_.try_emplace({&font, std::string(cluster.script) + utf8}, false);
    if (is_new)
        known->second =
            probe_.places_marks(font.font.get(), utf8, cluster.script, cluster.language);
    return known->second ? Showing::Right : Showing::Displaced;
}

const FontSet::Opened* FontSet::open(const FontFamily& family, const FontRequest& request) {
    const FontFile* file = find_file(family, request.weight, request.slant);
    if (!file) return nullptr;
    const auto known = open_.find(file);
    if (known != open_.end()) return &known->second;
    const NamedFile& read = files_->read(file->file);
    FontOpening opening =
        read.bytes ? open_font(family, *file, read.bytes) : FontOpening{nullptr, read.why};
    UnreadableFile problem;
    if (!opening.font) {
        problem = {file->file, read.is_absent ? family.package : std::string(),
                   std::move(opening.why), file->origin, read.may_pass};
    }
    return &open_.emplace(file, Opened{std::move(opening.font), std::move(problem)}).first->second;
}

std::vector<UnreadableFile> FontSet::take_unreadable() { return std::exchange(unreadable_, {}); }

std::vector<UnreadableFile> FontSet::take_unasked() { return std::exchange(unasked_, {}); }

}  // namespace broadside::text
