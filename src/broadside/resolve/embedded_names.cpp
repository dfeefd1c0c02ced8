#include "broadside/resolve/embedded_names.hpp"

#include <fribidi.h>

#include <algorithm>
#include <iterator>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

struct Character {
    char32_t code = 0;
    std::size_t begin = 0;  // byte
    FriBidiCharType type = 0;
};

using Characters = std::vector<Character>;

/// Characters `[begin, end)`.
struct CharacterRange {
    std::size_t begin, end;
    bool empty() const { return begin >= end; }
};

bool is_ascii_digit(char32_t code) { return code >= '0' && code <= '9'; }

bool is_word(const Character& c) {
    return c.type == FRIBIDI_TYPE_LTR || c.type == FRIBIDI_TYPE_EN || c.type == FRIBIDI_TYPE_NSM;
}

/// One past the last character is a space: every index has a character.
Characters characters_of(std::string_view line) {
    Characters characters;
    for (const unicode::Character& c : unicode::characters_of(line))
        characters.push_back({c.code, c.begin, fribidi_get_bidi_type(c.code)});
    characters.push_back({' ', line.size(), FRIBIDI_TYPE_WS});
    return characters;
}

/// The isolates that a character is in.
class Isolates {
public:
    /// Whether the character opens or closes one.
    bool pass(FriBidiCharType type) {
        if (!FRIBIDI_IS_ISOLATE(type)) return false;
        if (type != FRIBIDI_TYPE_PDI) {
            open_.push_back(type);
        } else if (!open_.empty()) {
            open_.pop_back();
        }
        return true;
    }

    bool read_from_right() const {
        return std::all_of(open_.begin(), open_.end(),
                           [](FriBidiCharType type) { return type == FRIBIDI_TYPE_RLI; });
    }

private:
    std::vector<FriBidiCharType> open_;
};

/// What the bidirectional algorithm would set from left to right, and the signs around it: no
/// letter or figure of a right-to-left script, nothing that is isolated from left to right.
std::vector<CharacterRange> foreign_stretches(const Characters& characters) {
    std::vector<CharacterRange> stretches;
    Isolates isolates;
    bool continues = false;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        const FriBidiCharType type = characters[i].type;
        const bool belongs = !isolates.pass(type) && isolates.read_from_right() &&
                             type != FRIBIDI_TYPE_RTL && type != FRIBIDI_TYPE_AL &&
                             type != FRIBIDI_TYPE_AN;
        if (belongs && !continues) stretches.push_back({i, i});
        if (belongs) stretches.back().end = i + 1;
        continues = belongs;
    }
    return stretches;
}

/// Before or behind a name. More are a line of signs; to look along it from each would take the
/// square of its length.
constexpr std::size_t kMostSigns = 32;

constexpr char32_t kJoiningDigits[] = {' ', U'\u00a0', U'\u202f'};

class NameFinder {
public:
    explicit NameFinder(std::string_view line) : characters_(characters_of(line)) {}

    std::vector<TextRange> find() {
        for (const CharacterRange stretch : foreign_stretches(characters_)) {
            const std::size_t name = first_word_with_letters(stretch);
            add(trimmed_number({stretch.begin, name}));
            add(trimmed_name({name, stretch.end}));
        }
        return std::move(found_);
    }

private:
    void add(CharacterRange range) {
        if (!range.empty())
            found_.push_back({characters_[range.begin].begin, characters_[range.end].begin});
    }

    char32_t code(std::size_t at) const { return characters_[at].code; }

    bool is_letter_at(std::size_t at) const { return characters_[at].type == FRIBIDI_TYPE_LTR; }

    /// A sign between two letters joins them and belongs to neither.
    bool is_other_script(std::size_t at) const {
        const FriBidiCharType type = characters_[at].type;
        return type == FRIBIDI_TYPE_AN || ((type == FRIBIDI_TYPE_RTL || type == FRIBIDI_TYPE_AL) &&
                                           unicode::is_letter(code(at)));
    }

    std::size_t first_word_with_letters(CharacterRange stretch) const {
        std::size_t word = stretch.begin;
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            if (is_letter_at(i)) return word;
            if (unicode::parts_words(code(i))) word = i + 1;
        }
        return stretch.end;
    }

    /// A telephone number: `+49 30 1234`, `(030) 12 34 56`, `0800-123456`, `955 54 50 60`.
    CharacterRange trimmed_number(CharacterRange range) const {
        const auto is_digit_at = [&](std::size_t at) { return is_ascii_digit(code(at)); };
        while (!range.empty() && !is_digit_at(range.end - 1)) --range.end;
        while (!range.empty() && !is_digit_at(range.begin) && code(range.begin) != '+' &&
               !(code(range.begin) == '(' && is_digit_at(range.begin + 1))) {
            ++range.begin;
        }
        std::size_t digits = 0, groups = 0;
        bool are_joined = true;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (is_digit_at(i)) {
                ++digits;
                groups += is_digit_at(i + 1) ? 0 : 1;
            } else {
                are_joined = are_joined && is_digit_at(i + 1) && contains(kJoiningDigits, code(i));
            }
        }
        constexpr std::size_t kLeastDigits = 5, kLeastDigitsOfGroups = 7;
        const bool is_number =
            digits >= kLeastDigits &&
            (code(range.begin) == '+' ||
             (groups > 1 && (code(range.begin) == '0' || code(range.begin) == '(')) ||
             (groups > 2 && are_joined && digits >= kLeastDigitsOfGroups));
        return is_number ? range : CharacterRange{range.end, range.end};
    }

    CharacterRange trimmed_name(CharacterRange range) const {
        while (!range.empty() && !begins_name(range)) ++range.begin;
        for (std::size_t signs = 0; !range.empty() && !ends_name(range); ++signs) {
            --range.end;
            if (signs == kMostSigns) skip_signs(range);
        }
        const bool is_safe =
            range.empty() || (is_letter_at(range.begin) && is_word(characters_[range.end - 1]));
        return is_safe ? CharacterRange{range.end, range.end} : range;
    }

    void skip_signs(CharacterRange& range) const {
        while (!range.empty() && !is_word(characters_[range.end - 1])) --range.end;
    }

    /// Signs that belong to the word behind them, where it does not hang on a word before.
    bool begins_name(CharacterRange range) const {
        constexpr char32_t kSigns[] = {'.', '#', '@', '$', '~', '/', '+', '-', '_', '&', U'°'};
        if (is_word(characters_[range.begin])) return true;
        std::size_t word = range.begin;
        while (word < range.end && word - range.begin < kMostSigns && contains(kSigns, code(word)))
            ++word;
        return !hangs_on_word(range.begin) && word > range.begin && word < range.end &&
               is_word(characters_[word]);
    }

    /// As the hyphen of `ה-WhatsApp`.
    bool hangs_on_word(std::size_t sign) const {
        constexpr char32_t kJoining[] = {'/', '+', '-', '_', '&'};
        const std::size_t first = sign;
        while (sign > 0 && first - sign < kMostSigns && contains(kJoining, code(sign))) --sign;
        return sign < first && is_other_script(sign);
    }

    bool ends_name(CharacterRange range) const {
        constexpr char32_t kSigns[] = {'+', '#', '*', '_', U'®', U'™', U'℠'};
        const std::size_t last = range.end - 1;
        if (is_word(characters_[last])) return true;
        if (is_other_script(range.end)) return false;
        switch (code(last)) {
            case ')': return closes_own(range, '(');
            case ']': return closes_own(range, '[');
            case '.': return ends_abbreviation(range);
            case '/':
            case '=':
            case '&': return is_in_address(range);
            default: return contains(kSigns, code(last));
        }
    }

    /// Whether the bracket that the last character closes stands inside, after some of the name.
    bool closes_own(CharacterRange range, char32_t opening) const {
        const char32_t closing = code(range.end - 1);
        int depth = 0;
        for (std::size_t i = range.end; i-- > range.begin + 1;) {
            if (code(i) == closing) ++depth;
            if (code(i) == opening && --depth == 0) return true;
        }
        return false;
    }

    std::size_t last_word(CharacterRange range) const {
        std::size_t word = range.end;
        while (word > range.begin && !unicode::parts_words(code(word - 1))) --word;
        return word;
    }

    /// `e.V.`, `U.S.`: one or two letters before every full stop, and more than one of them.
    bool ends_abbreviation(CharacterRange range) const {
        constexpr std::size_t kMostLetters = 2;
        std::size_t stops = 0, letters = 0;
        for (std::size_t i = last_word(range); i < range.end; ++i) {
            if (code(i) == '.') {
                if (letters == 0 || letters > kMostLetters) return false;
                ++stops;
                letters = 0;
            } else if (is_letter_at(i)) {
                ++letters;
            } else {
                return false;
            }
        }
        return stops > 1;
    }

    /// Of the web, or of a folder: a slash in the word, before its last character.
    bool is_in_address(CharacterRange range) const {
        for (std::size_t i = last_word(range); i + 1 < range.end; ++i) {
            if (code(i) == '/' || code(i) == '.') return true;
        }
        return false;
    }

    Characters characters_;
    std::vector<TextRange> found_;
};

}  // namespace

std::vector<TextRange> find_embedded_names(std::string_view line) {
    return NameFinder(line).find();
}

}  // namespace broadside::resolve
