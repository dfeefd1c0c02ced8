#include "broadside/i18n/pseudo.hpp"

#include <algorithm>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::i18n {

namespace {

constexpr std::u32string_view kPlain = U"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kAccented = U"ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÕÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñõþǫŕšţûṽŵẋýž";
constexpr std::u32string_view kArabic = U"ابجدهوزحطيكلمنسعفصقرشتثخذضابجدهوزحطيكلمنسعفصقرشتثخذض";
static_assert(kPlain.size() == kAccented.size() && kPlain.size() == kArabic.size());

constexpr double kLonger = 0.4;

/// Neither words nor marks: a word that is an address, what stands between braces, the target of a
/// link, and the sign behind a backslash.
class Untouched {
public:
    explicit Untouched(const std::u32string& text) : text_(text) {}

    /// The end of what begins at a character; the character itself where nothing does.
    std::size_t end_from(std::size_t at) const {
        const char32_t c = text_[at];
        if (c == '\\') return std::min(at + 2, text_.size());
        if (c == '{') return end_at(U"}", at);
        if (c == '(' && at > 0 && text_[at - 1] == ']') return end_at(U")", at);
        const bool begins_word = at == 0 || unicode::parts_words(text_[at - 1]);
        if (!begins_word) return at;
        const std::size_t end = std::min(text_.find_first_of(U" \n\u00a0", at), text_.size());
        const std::u32string_view word = std::u32string_view(text_).substr(at, end - at);
        const bool is_link = word.find(U"](") != word.npos;
        const bool is_address = word.find(U"://") != word.npos || word.find(U'@') != word.npos ||
                                word.starts_with(U"www.");
        return is_address && !is_link ? end : at;
    }

private:
    std::size_t end_at(std::u32string_view sign, std::size_t from) const {
        constexpr std::size_t kFarthest = 1000;  // or each would look through all of a long text
        const std::size_t end = std::u32string_view(text_).substr(from, kFarthest).find(sign);
        return end == text_.npos ? from : from + end + 1;
    }

    const std::u32string& text_;
};

}  // namespace

std::string pseudo_text(std::string_view source, unicode::Direction direction) {
    const std::u32string_view letters =
        direction == unicode::Direction::RightToLeft ? kArabic : kAccented;
    const std::u32string text = unicode::decode(source);
    const Untouched untouched(text);
    std::u32string made;
    double owed = kLonger;  // letters
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t end = untouched.end_from(at); end > at) {
            made += text.substr(at, end - at);
            at = end;
            continue;
        }
        const char32_t c = text[at++];
        const std::size_t place = kPlain.find(c);
        made += place == kPlain.npos ? c : letters[place];
        if (!unicode::is_letter(c)) continue;
        owed += kLonger;
        if (owed < 1) continue;
        made += made.back();
        owed -= 1;
    }
    return unicode::encode(made);
}

}  // namespace broadside::i18n
