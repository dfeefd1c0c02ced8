#include "broadside/unicode/language_tag.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <glib.h>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/language_rows.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::unicode {

namespace {

struct Renamed {
    std::string_view former, preferred;
};

constexpr Renamed kLanguages[] = {
#include "broadside/unicode/former_languages.inc"
};

constexpr Renamed kRegions[] = {
#include "broadside/unicode/former_regions.inc"
};

// Grandfathered and redundant tags, in the case that their parts would have.
constexpr Renamed kWholeTags[] = {
#include "broadside/unicode/former_tags.inc"
};

constexpr LanguageCode kLanguageCodes[] = {
#include "broadside/unicode/language_codes.inc"
};

bool all_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii_letter);
}

bool all_alphanumeric(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii_letter_or_digit);
}

/// Reads subtags one after the other in the order of the grammar.
class Subtags {
public:
    explicit Subtags(std::string_view tag) : rest_(tag) {}

    bool at_end() const { return at_end_; }

    /// The next one, if it is of this length and matches; empty: it is something else.
    template <typename Predicate>
    std::string_view take(std::size_t shortest, std::size_t longest, Predicate matches) {
        if (at_end_) return {};
        const std::size_t size = std::min(rest_.find('-'), rest_.size());
        const std::string_view subtag = rest_.substr(0, size);
        if (size < shortest || size > longest || !matches(subtag)) return {};
        at_end_ = size == rest_.size();
        rest_.remove_prefix(at_end_ ? size : size + 1);
        return subtag;
    }

    /// Any number of them; whether there was one.
    template <typename Predicate>
    bool take_all(std::size_t shortest, std::size_t longest, Predicate matches) {
        bool found = false;
        while (!take(shortest, longest, matches).empty()) found = true;
        return found;
    }

    /// Language, script and region.
    MainSubtags take_main() {
        MainSubtags main;
        main.language = take(2, 3, all_letters);
        for (int extlang = 0; extlang < 3 && !take(3, 3, all_letters).empty();) ++extlang;
        main.script = take(4, 4, all_letters);
        main.region = take(2, 2, all_letters);
        if (main.region.empty()) main.region = take(3, 3, are_ascii_digits);
        return main;
    }

private:
    std::string_view rest_;
    bool at_end_ = false;
};

bool is_private_use(std::string_view subtag) { return subtag == "x" || subtag == "X"; }

/// Whether `tag` begins with the subtags of `language`.
bool begins_with(std::string_view tag, std::string_view language) {
    return tag.starts_with(language) &&
           (tag.size() == language.size() || tag[language.size()] == '-');
}

/// `rest` begins with a script or is anything else: `-Latn-RS`, `-RS`, nothing.
bool has_script(std::string_view rest) {
    const std::string_view subtag = rest.substr(std::min<std::size_t>(rest.size(), 1));
    return subtag.substr(0, subtag.find('-')).size() == 4;
}

std::string with_language(std::string_view preferred, std::string_view rest) {
    if (has_script(rest)) preferred = primary_language(preferred);
    return std::string(preferred).append(rest);
}

void rename_region(std::string& tag) {
    for (std::size_t begin = tag.find('-'); begin != tag.npos; begin = tag.find('-', begin + 1)) {
        const std::size_t size = std::min(tag.find('-', begin + 1), tag.size()) - begin - 1;
        if (size == 1) return;  // extensions follow
        for (const Renamed& region : kRegions) {
            if (tag.substr(begin + 1, size) != region.former) continue;
            tag.replace(begin + 1, size, region.preferred);
            return;
        }
    }
}

/// Of a tag in its case.
std::string preferred_tag(std::string tag) {
    for (const Renamed& whole : kWholeTags) {
        if (tag == whole.former) return std::string(whole.preferred);
    }
    for (const Renamed& language : kLanguages) {
        if (!begins_with(tag, language.former)) continue;
        tag = with_language(language.preferred, tag.substr(language.former.size()));
        break;
    }
    rename_region(tag);
    return tag;
}

bool has_name(const LanguageCode& code, std::string_view lower_name) {
    for (std::string_view rest = code.names;;) {
        const std::size_t end = rest.find("; ");
        if (in_small_ascii(rest.substr(0, end)) == lower_name) return true;
        if (end == rest.npos) return false;
        rest.remove_prefix(end + 2);
    }
}

struct Autonym {
    std::string_view tag, name;
};

constexpr Autonym kAutonyms[] = {
#include "broadside/unicode/autonyms.inc"
};

}  // namespace

bool is_language_tag(std::string_view text) {
    Subtags tag(text);
    if (tag.take_main().language.empty()) return false;
    tag.take_all(4, 8, [](std::string_view variant) {
        return all_alphanumeric(variant) && (variant.size() > 4 || g_ascii_isdigit(variant[0]));
    });
    const auto is_singleton = [](std::string_view subtag) {
        return all_alphanumeric(subtag) && !is_private_use(subtag);
    };
    while (!tag.take(1, 1, is_singleton).empty()) {
        if (!tag.take_all(2, 8, all_alphanumeric)) return false;
    }
    if (!tag.take(1, 1, is_private_use).empty() && !tag.take_all(1, 8, all_alphanumeric))
        return false;
    return tag.at_end();
}

std::string cased_tag(std::string tag) {
    tag = in_small_ascii(tag);
    for (std::size_t begin = tag.find('-'); begin != tag.npos; begin = tag.find('-', begin + 1)) {
        const std::size_t size = std::min(tag.find('-', begin + 1), tag.size()) - begin - 1;
        if (size == 1) break;  // what follows a single letter stays small
        const std::size_t capitals = size == 4 ? 1 : size == 2 ? 2 : 0;
        for (std::size_t i = 1; i <= capitals; ++i)
            tag[begin + i] = g_ascii_toupper(tag[begin + i]);
    }
    return tag;
}

std::string canonical_tag(std::string tag) { return preferred_tag(cased_tag(std::move(tag))); }

std::vector<std::string> former_tags(const std::string& tag) {
    std::vector<std::string> tags;
    for (const Renamed& language : kLanguages) {
        if (!begins_with(tag, language.preferred)) continue;
        tags.push_back(std::string(language.former).append(tag.substr(language.preferred.size())));
    }
    return tags;
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view parent_of(std::string_view tag) {
    std::size_t end = tag.rfind('-');
    if (end != tag.npos && end >= 2 && tag[end - 2] == '-') end -= 2;
    return tag.substr(0, end == tag.npos ? 0 : end);
}

MainSubtags main_subtags(std::string_view tag) { return Subtags(tag).take_main(); }

const LanguageCode* find_language(std::string_view code_or_name) {
    const auto is_it = [code_or_name](const LanguageCode& code) {
        return code.tag == code_or_name || code.three == code_or_name ||
               (!code.bibliography.empty() && code.bibliography == code_or_name) ||
               has_name(code, code_or_name);
    };
    const auto* code = std::find_if(std::begin(kLanguageCodes), std::end(kLanguageCodes), is_it);
    return code == std::end(kLanguageCodes) ? nullptr : code;
}

std::string meant_tag(std::string_view text) {
    // POSIX adds an encoding and a variant to the names of its locales: sv_SE.UTF-8@euro.
    std::string tag = in_small_ascii(text.substr(0, text.find_first_of(".@")));
    std::replace(tag.begin(), tag.end(), '_', '-');
    if (const LanguageCode* code = find_language(primary_language(tag)))
        tag.replace(0, primary_language(tag).size(), code->tag);
    return is_language_tag(tag) ? canonical_tag(std::move(tag)) : "";
}

std::string_view autonym(std::string_view language) {
    // In Taiwan Chinese is written as zh-Hant is.
    const std::string own = std::string(primary_language(language));
    const std::string script = script_of(language);
    const bool is_in_its_own = script.empty() || script == script_of(own);
    const Autonym& row = row_of_language(kAutonyms, language);
    const std::string_view name = is_in_its_own || row.tag != own
                                      ? row.name
                                      : row_of_language(kAutonyms, own + "-" + script).name;
    return name.empty() ? language : name;
}

}  // namespace broadside::unicode
