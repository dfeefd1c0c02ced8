#include "broadside/sheets/encoding_guess.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

/// The most usual first: spreadsheets save what Windows, the Macintosh and DOS have.
using Encodings = std::array<const char*, 4>;

// ISO 8859-15 differs from the first by the euro sign and a few letters.
constexpr Encodings kWestern = {"windows-1252", "ISO-8859-15", "macintosh", "CP850"};
constexpr Encodings kCentral = {"windows-1250", nullptr, "ISO-8859-2", "CP852"};

/// What share of its plausibility an encoding keeps by its place: one that is less usual is taken
/// where no other is likely.
constexpr double kUsual[] = {1, 0.999, 0.96, 0.95};

/// What a language gains by words of its own, where letters tell it from no other.
constexpr double kTold = 1.02;

struct Language {
    Encodings encodings;
    std::u32string_view letters;        // beyond ASCII
    std::u32string_view frequent = {};  // of a script of its own: those that make most of a text
    std::string_view words = {};        // in small ASCII letters, between spaces
};

// Of equally likely ones the first is taken.
constexpr Language kLanguages[] = {
    {kWestern, U"äöüß"},
    {kWestern, U"àâæçéèêëîïôœùûüÿ"},
    {kWestern, U"áéíñóúüªº"},
    {kWestern, U"àèéìíîòóùú"},
    {kWestern, U"áâãàçéêíóôõúüªº"},
    {kWestern, U"àçèéíïòóúü"},
    {kWestern, U"éëïóöüè"},
    {kWestern, U"åäöéü"},
    {kWestern, U"æøåéôòöä"},
    {{"windows-1252"}, U"áðéíóúýþæö"},
    {{"windows-1254", nullptr, "CP857"},
     U"çğıöşüâîûİ",
     {},
     " evet hayir ve bir var yok fiyat ile tarih yer adet "},
    {kCentral, U"ąćęłńóśźż"},
    {kCentral, U"áčďéěíňóřšťúůýž"},
    {kCentral, U"áäčďéíĺľňóôŕšťúýž"},
    {kCentral, U"áéíóöőúüű", {}, " igen nem nincs egy vagy hogy "},
    {kCentral, U"ăâîşţ"},
    {kCentral, U"čćđšž"},
    {{"windows-1257"}, U"āčēģīķļņšūž"},
    {{"windows-1257"}, U"ąčęėįšųūž"},
    {{"windows-1251", nullptr, "KOI8-R", "CP866"},
     U"абвгдежзийклмнопрстуфхцчшщъыьэюяё",
     U"оеаинтсрвлкдмпу"},
    {{"windows-1251", nullptr, "KOI8-U"},
     U"абвгдежзийклмнопрстуфхцчшщьюяіїєґ",
     U"оаинітсрвлкедмпу"},
    {{"windows-1253"}, U"αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", U"αοιετσνηυρπκμλςόίάέή"},
    {{"windows-1255"}, U"אבגדהוזחטיכךלמםנןסעפףצץקרשת", U"יוהלארתבמשנםדע"},
    {{"windows-1256"}, U"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ", U"اليمنترودعبسةهكقفحأ"},
    {{"windows-874"},
     U"กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ๎",
     U"านรอกเงมยลวดทสตะปบคหัีื่้์"}};

constexpr std::u32string_view kSigns = U"–—‘’‚“”„†‡•…‰‹›€™«»§©®°±²³¹µ·¼½¾×÷£¥¡¿№\u00a0";

enum class Byte : std::uint8_t {
    Other,
    AsciiLetter,
    Digit,
    Letter,
    Frequent,
    Sign,
    Between,  // among letters, too: an apostrophe, a space or a hyphen that no line ends at
    Wrong
};

/// The characters of the upper half of an encoding, in folded form; 0: none.
std::array<char32_t, 256> characters_of(const std::string& encoding) {
    std::array<char32_t, 256> characters = {};
    for (std::size_t i = 0x80; i < characters.size(); ++i) {
        const auto text = unicode::decode_text(std::string(1, static_cast<char>(i)), encoding);
        if (!text) continue;
        const std::u32string plain = unicode::decode(text->utf8);
        const std::u32string folded = unicode::decode(unicode::folded(text->utf8));
        if (plain.empty()) continue;
        const bool is_sign = kSigns.find(plain[0]) != kSigns.npos || folded.size() != 1;
        characters[i] = is_sign ? plain[0] : folded[0];
    }
    return characters;
}

bool is_letter(Byte byte) {
    return byte == Byte::AsciiLetter || byte == Byte::Letter || byte == Byte::Frequent;
}

class Bytes {
public:
    Bytes(const Language& language, const std::array<char32_t, 256>& characters)
        : has_script_(!language.frequent.empty()) {
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            const char32_t c = characters[i];
            if (i < 0x80) {
                kinds_[i] = unicode::is_ascii_letter(static_cast<char>(i))  ? Byte::AsciiLetter
                            : unicode::is_ascii_digit(static_cast<char>(i)) ? Byte::Digit
                                                                            : Byte::Other;
            } else if (language.frequent.find(c) != language.frequent.npos) {
                kinds_[i] = Byte::Frequent;
            } else if (language.letters.find(c) != language.letters.npos) {
                kinds_[i] = Byte::Letter;
            } else if (c == U'’' || c == char32_t{0xA0} || c == char32_t{0xAD}) {
                kinds_[i] = Byte::Between;
            } else {
                kinds_[i] = kSigns.find(c) != kSigns.npos ? Byte::Sign : Byte::Wrong;
            }
        }
    }

    double plausibility(std::string_view text) const {
        std::size_t good = 0, frequent = 0, letters = 0, all = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (static_cast<unsigned char>(text[i]) < 0x80) continue;
            ++all;
            const Byte kind = at(text, i);
            const Byte before = i == 0 ? Byte::Other : at(text, i - 1);
            const Byte after = i + 1 == text.size() ? Byte::Other : at(text, i + 1);
            good += stands_well(kind, before, after) ? 1 : 0;
            frequent += kind == Byte::Frequent ? 1 : 0;
            letters += is_letter(kind) ? 1 : 0;
        }
        if (all == 0) return 0;
        const double share = static_cast<double>(good) / static_cast<double>(all);
        if (!has_script_) return share;
        const auto usual =
            static_cast<double>(frequent) / static_cast<double>(std::max<std::size_t>(letters, 1));
        return share * (1 + usual) / 2;
    }

private:
    Byte at(std::string_view text, std::size_t i) const {
        return kinds_[static_cast<unsigned char>(text[i])];
    }

    /// A letter among letters of its script, or alone; a sign not inside a word.
    bool stands_well(Byte kind, Byte before, Byte after) const {
        if (kind == Byte::Between) return true;
        if (kind == Byte::Sign) return !is_letter(before) || !is_letter(after);
        if (!is_letter(kind)) return false;
        const auto is_foreign = [&](Byte byte) {
            return byte == Byte::Wrong || (has_script_ && byte == Byte::AsciiLetter);
        };
        const bool is_alone = !is_letter(before) && !is_letter(after);
        const bool is_at_digit = before == Byte::Digit || after == Byte::Digit;
        return !is_foreign(before) && !is_foreign(after) && !(is_alone && is_at_digit);
    }

    std::array<Byte, 256> kinds_ = {};
    bool has_script_;
};

/// The words of ASCII letters in a text, in small form.
std::set<std::string> words_in(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        // Part of a word with other letters is none.
        if (unicode::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else if (!word.empty()) {
            words.insert(unicode::in_small_ascii(word));
            word.clear();
        }
    }
    return words;
}

bool has_words_of(const Language& language, const std::set<std::string>& words) {
    constexpr int kLeast = 2;
    int found = 0;
    for (std::string_view rest = language.words; !rest.empty();) {
        const std::string_view word = unicode::take_until(rest, ' ');
        found += !word.empty() && words.count(std::string(word)) > 0 ? 1 : 0;
    }
    return found >= kLeast;
}

/// Every other byte of separators, digits and line ends is zero there. Few bytes between are: those
/// of 一 and of the space of Chinese and Japanese.
const char* utf_16_without_mark(std::string_view bytes) {
    constexpr std::size_t kRarest = 20;  // one in so many bytes
    constexpr std::size_t kOften = 8;    // as on the other side
    std::array<std::size_t, 2> zeros = {};
    for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const auto [even, odd] = zeros;
    const std::size_t most = std::max(even, odd);
    if (bytes.size() % 2 != 0 || most == 0 || most < std::min(even, odd) * kOften) return nullptr;
    if (most * kRarest < bytes.size()) return nullptr;
    return even > odd ? "UTF-16BE" : "UTF-16LE";
}

struct LeadBytes {
    unsigned char first, last;
};

/// An encoding of two bytes a character, with what leads its frequent characters.
struct Pairs {
    const char* encoding;
    std::array<LeadBytes, 2> frequent;
    unsigned char first_trail;  // of these; above ASCII: both bytes of a character always are
    LeadBytes single;           // of characters of one byte, which are rare
};

// What a Korean text has is frequent in Chinese, too; the reverse is not.
constexpr Pairs kPairs[] = {{"cp932", {{{0x81, 0x83}, {0x88, 0x97}}}, 0x40, {0xA1, 0xDF}},
                            {"cp949", {{{0xA1, 0xA3}, {0xB0, 0xC8}}}, 0xA1, {0xFF, 0xFF}},
                            {"gb18030", {{{0xA1, 0xA3}, {0xB0, 0xD7}}}, 0xA1, {0xFF, 0xFF}},
                            {"EUC-JP", {{{0xA1, 0xA5}, {0xB0, 0xCF}}}, 0xA1, {0xFF, 0xFF}},
                            {"big5", {{{0xA1, 0xA3}, {0xA4, 0xC6}}}, 0x40, {0xFF, 0xFF}}};

/// A character of four bytes, as GB 18030 has for signs such as ¥.
bool is_of_four_bytes(std::string_view text, std::size_t at) {
    const auto is_high = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) >= 0x81; };
    return at + 3 < text.size() && is_high(at) && unicode::is_ascii_digit(text[at + 1]) &&
           is_high(at + 2) && unicode::is_ascii_digit(text[at + 3]);
}

double plausibility(const Pairs& pairs, std::string_view text) {
    const bool has_fours = pairs.encoding == std::string_view("gb18030");
    std::size_t good = 0, all = 0;
    const auto is_in = [](unsigned char byte, LeadBytes bytes) {
        return byte >= bytes.first && byte <= bytes.last;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) continue;
        if (has_fours && is_of_four_bytes(text, i)) {
            i += 3;
            continue;
        }
        ++all;
        if (is_in(lead, pairs.single) || ++i == text.size()) continue;
        const auto trail = static_cast<unsigned char>(text[i]);
        const bool is_frequent = is_in(lead, pairs.frequent[0]) || is_in(lead, pairs.frequent[1]);
        good += is_frequent && trail >= pairs.first_trail ? 1 : 0;
    }
    return all == 0 ? 0 : static_cast<double>(good) / static_cast<double>(all);
}

/// Whether bytes above ASCII stand in even numbers everywhere, which those of letters hardly do.
bool are_all_paired(std::string_view text) {
    constexpr std::size_t kFew = 3;
    std::size_t runs = 0, size = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80) {
            if (is_of_four_bytes(text, i)) {
                i += 3;
            } else {
                ++size;
            }
            continue;
        }
        if (size % 2 != 0) return false;
        runs += size > 0 ? 1 : 0;
        size = 0;
    }
    return runs > kFew;
}

std::string likely_encoding(std::string_view bytes) {
    constexpr std::size_t kLooked = std::size_t{1} << 18;
    constexpr double kLeast = 0.7;
    constexpr const char* kOtherwise = "windows-1252";
    if (const char* const utf_16 = utf_16_without_mark(bytes.substr(0, kLooked))) return utf_16;
    // Of a line that is cut, a character might be.
    std::string_view looked = bytes.substr(0, kLooked);
    if (looked.size() < bytes.size()) looked = looked.substr(0, looked.rfind('\n'));
    std::string best = kOtherwise;
    double most = kLeast;
    const auto take = [&](const std::string& encoding, double share) {
        if (share <= most) return;
        // That one has a character for every byte, as `decode_text` reads it.
        const bool is_valid = encoding == kOtherwise || unicode::decode_text(bytes, encoding);
        if (!is_valid) return;
        best = encoding;
        most = share;
    };
    const std::set<std::string> words = words_in(looked);
    std::map<std::string, std::array<char32_t, 256>> characters;
    for (std::size_t i = 0; i < std::size(kUsual); ++i) {
        for (const Language& language : kLanguages) {
            const char* const encoding = language.encodings[i];
            if (encoding == nullptr) continue;
            const auto [known, is_new] = characters.try_emplace(encoding);
            if (is_new) known->second = characters_of(encoding);
            const double told = has_words_of(language, words) ? kTold : 1;
            take(encoding, told * kUsual[i] * Bytes(language, known->second).plausibility(looked));
        }
    }
    const bool is_paired = are_all_paired(looked);
    for (const Pairs& pairs : kPairs) {
        const double told = is_paired && pairs.first_trail >= 0x80 ? kTold : kUsual[3];
        take(pairs.encoding, told * plausibility(pairs, looked));
    }
    return best;
}

}  // namespace

unicode::DecodedText decoded_text(std::string_view bytes) {
    auto text = unicode::decode_text(bytes);
    if (!text.is_guess) return text;
    if (auto guess = unicode::decode_text(bytes, likely_encoding(bytes))) text = *std::move(guess);
    text.is_guess = true;
    return text;
}

}  // namespace broadside::sheets
