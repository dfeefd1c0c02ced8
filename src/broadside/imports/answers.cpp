#include "broadside/imports/answers.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

struct Words {
    std::string_view language;
    std::array<std::string_view, kAnswers> words;  // parted by bars, the usual one first
};

// "Yes" and "no" are those of CLDR (posix/messages).
constexpr Words kWords[] = {
    {"en",
     {"yes|true|y|supported|available|included|full",
      "partial|partially|partly|limited|some|in part|mixed|optional|varies|sometimes",
      "no|false|n|unsupported|not supported|unavailable|not available|not included",
      "unknown|tbd|tba|unclear", "n/a|na|n.a.|not applicable|none"}},
    {"de",
     {"ja|wahr|vorhanden", "teilweise|teils|zum teil|eingeschränkt|begrenzt|bedingt",
      "nein|falsch|nicht vorhanden", "unbekannt|unklar", "entfällt|k. a.|k.a.|keine angabe"}},
    {"fr",
     {"oui|vrai", "partiel|partiellement|en partie|partielle|limité|limitée", "non|faux",
      "inconnu|inconnue", "s. o.|sans objet|s/o"}},
    {"es",
     {"sí|si|verdadero", "parcial|parcialmente|en parte|limitado", "no|falso", "desconocido",
      "n. d.|no aplica"}},
    {"it",
     {"sì|si|vero", "parziale|parzialmente|in parte|limitato", "no|falso", "sconosciuto", "n. d."}},
    {"pt",
     {"sim|verdadeiro", "parcial|parcialmente|em parte|limitado", "não|nao", "desconhecido",
      "n/d"}},
    {"ca", {"sí", "parcial|parcialment", "no", "desconegut", ""}},
    {"nl", {"ja|waar", "gedeeltelijk|deels|beperkt", "nee|onwaar", "onbekend", "n.v.t."}},
    {"sv", {"ja", "delvis|begränsat", "nej", "okänt", "ej tillämpligt"}},
    {"da", {"ja", "delvist|delvis|begrænset", "nej", "ukendt", ""}},
    {"nb", {"ja", "delvis|begrenset", "nei", "ukjent", ""}},
    {"fi", {"kyllä", "osittain|rajoitettu", "ei", "tuntematon", ""}},
    {"et", {"jah", "osaliselt", "ei", "teadmata", ""}},
    {"lv", {"jā", "daļēji", "nē", "nezināms", ""}},
    {"lt", {"taip", "iš dalies", "ne", "nežinoma", ""}},
    {"pl", {"tak", "częściowo|częściowe|ograniczone", "nie", "nieznane", "nd."}},
    {"cs", {"ano", "částečně|částečné|omezeně", "ne", "neznámé", ""}},
    {"sk", {"áno", "čiastočne|čiastočné|obmedzene", "nie", "neznáme", ""}},
    {"hu", {"igen", "részben|részleges", "nem", "ismeretlen", ""}},
    {"ro", {"da", "parțial|parţial|parțială|parţială|limitat", "nu", "necunoscut", ""}},
    {"hr", {"da", "djelomično", "ne", "nepoznato", ""}},
    {"sl", {"da", "delno", "ne", "neznano", ""}},
    {"ru", {"да", "частично|ограниченно", "нет", "неизвестно", "н/д"}},
    {"uk", {"так", "частково", "ні", "невідомо", ""}},
    {"bg", {"да", "частично", "не", "неизвестно", ""}},
    {"el", {"ναι", "μερικώς|εν μέρει", "όχι", "άγνωστο", ""}},
    {"tr", {"evet", "kısmen|kısmi", "hayır", "bilinmiyor", ""}},
    {"ar", {"نعم", "جزئي|جزئيا|جزئيًا", "لا", "غير معروف", ""}},
    {"fa", {"بله|آری", "تا حدی|محدود", "نه|خیر", "نامشخص", ""}},
    {"he", {"כן", "חלקי|חלקית", "לא", "לא ידוע", ""}},
    {"hi", {"हाँ|हां", "आंशिक", "नहीं", "अज्ञात", ""}},
    {"vi", {"có", "một phần", "không", "không rõ", ""}},
    {"id", {"ya", "sebagian", "tidak", "tidak diketahui", ""}},
    {"th", {"ใช่", "บางส่วน", "ไม่ใช่|ไม่", "ไม่ทราบ", ""}},
    {"zh", {"是|有|支持", "部分|部分支持", "否|无|不支持", "未知|不明", "不适用"}},
    {"ja", {"はい|あり|対応", "一部|部分的|一部対応", "いいえ|なし|非対応", "不明", "該当なし"}},
    {"ko", {"예|네|있음", "부분|일부", "아니요|아니오|없음", "알 수 없음", "해당 없음"}},
    {"sr", {"да", "делимично", "не", "непознато", ""}},
    {"sr-Latn", {"da", "delimično", "ne", "nepoznato", ""}},
    {"mk", {"да", "делумно", "не", "непознато", ""}},
    {"be", {"так", "часткова", "не", "невядома", ""}},
    {"ms", {"ya", "sebahagian|separa", "tidak", "tidak diketahui", ""}},
    {"sw", {"ndiyo|ndio", "kiasi|kwa sehemu", "hapana", "haijulikani", ""}},
    {"ur", {"ہاں|جی ہاں", "جزوی", "نہیں", "نامعلوم", ""}},
    {"ka", {"დიახ|კი", "ნაწილობრივ", "არა", "უცნობია", ""}},
    {"hy", {"այո", "մասամբ|մասնակի", "ոչ", "անհայտ", ""}},
    {"am", {"አዎ", "በከፊል", "አይ|አይደለም", "አይታወቅም", ""}},
};

// In East Asia a circle is a yes and a triangle a partly; see `AnswerText::is_circle`.
constexpr Words kSigns[] = {
    {"",
     {"✓|✔|☑|√|✅|●|○|◯|◎|⭕|🟢|👍|+|🗸|[x]|[✓]",
      "~|±|∼|≈|◐|◑|◒|△|▲|⚠|🟡|🟠|(✓)|(✔)|(x)|◓|🔄|🚧|⏳|🔜",
      "✗|✘|✕|✖|❌|☒|×|🔴|👎|⛔|🚫|❎|☐|[ ]|[]", "?|？|❓|❔|??", "-|–|—|―|#n/a|#nv"}}};

constexpr std::string_view kNames[kAnswers] = {"yes", "partial", "no", "unknown", "none"};

struct Known {
    Answer answer;
    std::string_view language;
};

void add(std::map<std::string, Known>& known, const Words& row) {
    // What they share with another language tells of that one.
    constexpr std::string_view kRare[] = {"sr", "sr-Latn", "mk", "be", "ms"};
    const bool is_rare = contains(kRare, row.language);
    for (std::size_t i = 0; i < kAnswers; ++i) {
        for (std::string_view words = row.words[i]; !words.empty();) {
            const auto [place, is_new] =
                known.emplace(unicode::folded(unicode::take_until(words, '|')),
                              Known{static_cast<Answer>(i), row.language});
            // "ja" says yes in four languages, and tells none of them.
            if (!is_new && !is_rare) place->second.language = {};
        }
    }
}

/// By the word in folded form. "ne" says no in more languages than one says anything else.
const std::map<std::string, Known>& known_words() {
    static const std::map<std::string, Known> words = [] {
        std::map<std::string, Known> known;
        for (const Words& row : kWords) add(known, row);
        for (const Words& row : kSigns) add(known, row);
        return known;
    }();
    return words;
}

/// Emoji may be followed by a sign that asks for their form.
std::string without_variations(std::string_view text) {
    std::u32string plain = unicode::decode(text);
    std::erase_if(plain, [](char32_t c) { return c == 0xFE0E || c == 0xFE0F || c == 0x200D; });
    return unicode::encode(plain);
}

std::optional<AnswerText> whole_answer(std::string_view word) {
    const std::string folded = unicode::folded(word);
    if (folded == "x") return AnswerText{Answer::No, std::string(word), {}, {}, true};
    const auto known = known_words().find(folded);
    if (known == known_words().end()) return std::nullopt;
    const bool is_circle = folded == "○" || folded == "◯";
    return AnswerText{
        known->second.answer, std::string(word), {}, known->second.language, false, is_circle};
}

/// What follows an answer: "(since 4.0)", ", since 4.0" and "– since 4.0" say the same.
std::string rest_of(std::string_view text) {
    text = unicode::trimmed(text);
    for (const std::string_view dash : {"– ", "— ", "- "})
        if (text.starts_with(dash)) text = unicode::trimmed(text.substr(dash.size()));
    if (!text.empty() && (text.front() == ',' || text.front() == ';' || text.front() == ':'))
        text = unicode::trimmed(text.substr(1));
    const bool is_bracketed = text.size() > 2 && text.front() == '(' && text.back() == ')' &&
                              text.find('(', 1) == std::string_view::npos;
    return std::string(is_bracketed ? text.substr(1, text.size() - 2) : text);
}

}  // namespace

std::string_view name_of(Answer answer) { return kNames[static_cast<std::size_t>(answer)]; }

bool is_name_of_answer(std::string_view id) { return contains(kNames, id); }

std::string_view word_for(Answer answer, std::string_view language) {
    const auto index = static_cast<std::size_t>(answer);
    const auto usual = [](std::string_view words) { return words.substr(0, words.find('|')); };
    // Of the nearest tag that has one: "sr-Latn" before "sr".
    for (std::string_view tag = language; !tag.empty(); tag = unicode::parent_of(tag)) {
        for (const Words& row : kWords) {
            if (row.language == tag && !row.words[index].empty()) return usual(row.words[index]);
        }
    }
    return usual(kWords[0].words[index]);
}

std::string_view word_for_name(std::string_view language) {
    constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"fr", "Nom"},        {"es", "Nombre"},      {"it", "Nome"},   {"pt", "Nome"},
        {"ca", "Nom"},        {"nl", "Naam"},        {"sv", "Namn"},   {"da", "Navn"},
        {"nb", "Navn"},       {"fi", "Nimi"},        {"pl", "Nazwa"},  {"cs", "Název"},
        {"sk", "Názov"},      {"hu", "Név"},         {"ro", "Nume"},   {"hr", "Naziv"},
        {"ru", "Название"},   {"uk", "Назва"},       {"bg", "Име"},    {"el", "Όνομα"},
        {"tr", "Ad"},         {"ar", "الاسم"},       {"fa", "نام"},    {"he", "שם"},
        {"hi", "नाम"},        {"vi", "Tên"},         {"id", "Nama"},   {"th", "ชื่อ"},
        {"zh", "名称"},       {"ja", "名称"},        {"ko", "이름"},   {"et", "Nimi"},
        {"lv", "Nosaukums"},  {"lt", "Pavadinimas"}, {"sl", "Ime"},    {"sr", "Назив"},
        {"sr-Latn", "Naziv"}, {"mk", "Име"},         {"be", "Назва"},  {"ms", "Nama"},
        {"sw", "Jina"},       {"ur", "نام"},         {"ka", "სახელი"}, {"hy", "Անուն"},
        {"am", "ስም"}};
    for (std::string_view tag = language; !tag.empty(); tag = unicode::parent_of(tag)) {
        for (const auto& [known, word] : kWords) {
            if (known == tag) return word;
        }
    }
    return "Name";
}

std::optional<AnswerText> answer_of(std::string_view text) {
    constexpr std::size_t kLongest = 200;
    if (text.size() > kLongest) return std::nullopt;
    const std::string plain = without_variations(text);
    if (auto whole = whole_answer(plain)) return whole;
    // A word ends at a space or a sign that parts, a sign of one character anywhere.
    const std::size_t end = std::min(plain.find_first_of(" \n,;:("), plain.size());
    if (end > 0 && end < plain.size()) {
        if (auto word = whole_answer(std::string_view(plain).substr(0, end))) {
            // "- see below" and "x 2" are no answers.
            if (word->is_cross || end < 2) return std::nullopt;
            word->rest = rest_of(std::string_view(plain).substr(end));
            return word;
        }
    }
    return std::nullopt;
}

}  // namespace broadside::imports
