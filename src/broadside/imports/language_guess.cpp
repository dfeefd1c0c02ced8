#include "broadside/imports/language_guess.hpp"

#include <algorithm>
#include <map>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

struct Script {
    char32_t first, last;
    std::string_view language;
};

// Of each the language that most write in it.
constexpr Script kScripts[] = {
    {0x0370, 0x03FF, "el"}, {0x0400, 0x04FF, "ru"},      {0x0590, 0x05FF, "he"},
    {0x0600, 0x06FF, "ar"}, {0x0900, 0x097F, "hi"},      {0x0E00, 0x0E7F, "th"},
    {0x3040, 0x30FF, "ja"}, {0x4E00, 0x9FFF, "zh-Hans"}, {0xAC00, 0xD7AF, "ko"}};

struct Letters {
    std::string_view language, instead;
    std::u32string_view letters;
};

// Letters that one language has, and the one above it has not.
constexpr Letters kLetters[] = {
    {"ru", "uk", U"іїєґ"}, {"ar", "ur", U"ےٹڈڑہ"}, {"ar", "fa", U"پچژگ"}};

struct LittleWords {
    std::string_view language;
    std::string_view words;  // between spaces
};

constexpr LittleWords kLittleWords[] = {
    {"en", " the and of with for from by to is are not yes no on at or an "},
    {"de", " der die das und mit für von ist nicht auf ab bis oder zum zur im am ja nein "},
    {"fr", " le la les et avec pour des du est pas une sur aux ou dans oui non "},
    {"es", " el los las y con para del una por en es sin desde sí o "},
    {"it", " il gli e con per della di non una nel dal o anche sì "},
    {"pt", " o os as e com para do da não uma em por sem ou sim "},
    {"nl", " de het een en met voor van niet op of tot naar ja nee "},
    {"sv", " och med för av inte på är som eller till ett ja nej "},
    {"da", " og med for af ikke på er som eller til et ja nej "},
    {"fi", " ja ei on sekä tai kanssa kyllä "},
    {"pl", " i z na do dla nie jest od lub oraz tak "},
    {"cs", " a s na do pro není je od nebo ano ne "},
    {"hu", " és a az nem van vagy egy igen "},
    {"ro", " și cu pentru din nu este sau da "},
    {"tr", " ve ile için bir değil veya evet hayır "},
    {"vi", " và của cho không có hoặc một "},
    {"id", " dan dengan untuk dari tidak atau yang ya "}};

template <typename Counts>
auto largest(const Counts& counts) {
    return std::max_element(counts.begin(), counts.end(), [](const auto& one, const auto& other) {
        return one.second < other.second;
    });
}

std::string by_letters(const std::u32string& letters) {
    std::map<std::string_view, std::size_t> counts;
    for (const char32_t c : letters) {
        for (const Script& script : kScripts)
            if (c >= script.first && c <= script.last) ++counts[script.language];
    }
    const auto most = largest(counts);
    // Names of products are Latin everywhere.
    if (most == counts.end() || most->second * 6 < letters.size()) return "";
    // Japanese is written with more Han characters than kana.
    if (most->first == "zh-Hans" && counts["ja"] * 10 > most->second) return "ja";
    for (const auto& [language, instead, own] : kLetters) {
        if (language == most->first && letters.find_first_of(own) != letters.npos)
            return std::string(instead);
    }
    return std::string(most->first);
}

std::string by_words(const std::vector<std::string_view>& texts) {
    std::map<std::string_view, std::size_t> counts;
    for (const std::string_view text : texts) {
        const std::string folded = unicode::folded(text);
        std::string_view rest = folded;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(" \n,.;:()/"), rest.size());
            const std::string word = " " + std::string(rest.substr(0, end)) + " ";
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (word.size() < 3) continue;
            for (const auto& [language, words] : kLittleWords)
                if (words.find(word) != words.npos) ++counts[language];
        }
    }
    const auto most = largest(counts);
    constexpr std::size_t kFew = 2;
    const bool is_told =
        most != counts.end() && most->second >= kFew && most->second > counts["en"];
    return is_told ? std::string(most->first) : "en";
}

}  // namespace

std::string guessed_language(const std::vector<std::string_view>& texts) {
    std::u32string letters;
    for (const std::string_view text : texts) {
        for (const char32_t c : unicode::decode(text))
            if (unicode::is_letter(c)) letters += c;
    }
    const std::string language = by_letters(letters);
    return language.empty() ? by_words(texts) : language;
}

}  // namespace broadside::imports
