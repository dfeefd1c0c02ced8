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
      "partial|partially|partly|limited|some|in part|mixed|optional|varies|sometimes|partial "
      "support|restricted",
      "no|false|n|unsupported|not supported|unavailable|not available|not included",
      "unknown|tbd|tba|unclear|not known|to be confirmed|tbc", "n/a|na|n.a.|not applicable|none"}},
    {"de",
     {"ja|wahr|vorhanden|verfügbar|enthalten",
      "teilweise|teils|zum teil|eingeschränkt|begrenzt|bedingt|teilw.|tlw.|z. t.|z.t.|eingeschr.",
      "nein|falsch|nicht vorhanden|nicht verfügbar|nicht enthalten",
      "unbekannt|unklar|nicht bekannt", "entfällt|k. a.|k.a.|keine angabe"}},
    {"fr",
     {"oui|vrai|disponible|inclus",
      "partiel|partiellement|en "
      "partie|partielle|limité|limitée|partiels|partielles|limités|limitées",
      "non|faux|indisponible|non disponible|non inclus", "inconnu|inconnue|inconnus|non connu",
      "s. o.|sans objet|s/o|n/d|nd|non applicable"}},
    {"es",
     {"sí|si|verdadero|disponible|incluido",
      "parcial|parcialmente|en parte|limitado|parciales|limitada",
      "no|falso|no disponible|no incluido", "desconocido|desconocida|se desconoce",
      "n. d.|no aplica|n/d|no procede"}},
    {"it",
     {"sì|si|vero|disponibile|incluso", "parziale|parzialmente|in parte|limitato|parziali|limitata",
      "no|falso|non disponibile|non incluso", "sconosciuto|sconosciuta|non noto",
      "n. d.|n/d|non applicabile"}},
    {"pt",
     {"sim|verdadeiro|disponível|incluído",
      "parcial|parcialmente|em parte|limitado|parciais|limitada",
      "não|nao|falso|indisponível|não incluído", "desconhecido|desconhecida",
      "n/d|não se aplica|não aplicável"}},
    {"ca",
     {"sí", "parcial|parcialment|limitat|en part", "no", "desconegut|desconeguda", "no aplicable"}},
    {"nl",
     {"ja|waar|beschikbaar|aanwezig", "gedeeltelijk|deels|beperkt|ten dele|beperkte|gedeeltelijke",
      "nee|onwaar|neen|niet beschikbaar", "onbekend|niet bekend",
      "n.v.t.|nvt|niet van toepassing"}},
    {"sv",
     {"ja", "delvis|begränsat|begränsad|till viss del", "nej", "okänt|okänd",
      "ej tillämpligt|ej aktuellt"}},
    {"da",
     {"ja", "delvist|delvis|begrænset|til dels", "nej", "ukendt|ikke kendt", "ikke relevant"}},
    {"nb",
     {"ja", "delvis|begrenset|delvist|til dels", "nei", "ukjent|ikke kjent",
      "ikke relevant|ikke aktuelt"}},
    {"fi",
     {"kyllä", "osittain|rajoitettu|osin|rajoitetusti", "ei", "tuntematon|ei tiedossa",
      "ei sovellu"}},
    {"et", {"jah", "osaliselt|piiratud|osaline", "ei", "teadmata", ""}},
    {"lv", {"jā", "daļēji|daļējs|ierobežoti", "nē", "nezināms|nav zināms", ""}},
    {"lt", {"taip", "iš dalies|dalinis|ribotai", "ne", "nežinoma|nežinomas", ""}},
    {"pl",
     {"tak|prawda", "częściowo|częściowe|ograniczone|częściowa|częściowy", "nie|fałsz",
      "nieznane|nieznany|nieznana|brak danych", "nd.|nie dotyczy|n/d"}},
    {"cs",
     {"ano|pravda", "částečně|částečné|omezeně|částečná|částečný|zčásti", "ne|nepravda",
      "neznámé|neznámá|neznámý|není známo", "netýká se|neuvedeno"}},
    {"sk",
     {"áno|pravda", "čiastočne|čiastočné|obmedzene|čiastočná|čiastočný|sčasti", "nie|nepravda",
      "neznáme|neznáma|neznámy", "netýka sa"}},
    {"hu",
     {"igen|igaz", "részben|részleges|részlegesen|korlátozott", "nem|hamis",
      "ismeretlen|nem ismert", "nem releváns"}},
    {"ro",
     {"da|adevărat", "parțial|parţial|parțială|parţială|limitat|în parte|limitată", "nu|fals",
      "necunoscut|necunoscută", "nu se aplică"}},
    {"hr",
     {"da", "djelomično|djelomice|djelomična|ograničeno", "ne", "nepoznato|nije poznato",
      "nije primjenjivo"}},
    {"sl", {"da", "delno|omejeno|deloma", "ne", "neznano|ni znano", ""}},
    {"ru",
     {"да|истина|есть|имеется", "частично|ограниченно|частичная|частичный|частичное|отчасти",
      "нет|ложь|отсутствует", "неизвестно|нет данных", "н/д|не применимо|неприменимо"}},
    {"uk",
     {"так|істина", "частково|частковий|обмежено", "ні|немає|хибність",
      "невідомо|немає даних|невідома", "н/д|не застосовується"}},
    {"bg",
     {"да", "частично|частична|частичен|ограничено", "не", "неизвестно|неизвестна", "неприложимо"}},
    {"el",
     {"ναι|αληθές", "μερικώς|εν μέρει|μερικά|μερική|περιορισμένα", "όχι|ψευδές", "άγνωστο|άγνωστη",
      "δεν ισχύει|μ/δ"}},
    {"tr",
     {"evet|var|doğru", "kısmen|kısmi|sınırlı|kısmî", "hayır|yok|yanlış", "bilinmiyor|belirsiz",
      "uygulanamaz"}},
    {"ar",
     {"نعم|متوفر|متاح|يوجد", "جزئي|جزئيا|جزئية|محدود", "لا|غير متوفر|غير متاح|لا يوجد",
      "غير معروف|غير معلوم|غير محدد|مجهول", "لا ينطبق|غير منطبق"}},
    {"fa",
     {"بله|آری|بلی|دارد", "تا حدی|محدود|تاحدی|جزئی", "نه|خیر|ندارد", "نامشخص|نامعلوم",
      "کاربرد ندارد"}},
    {"he", {"כן|יש", "חלקי|חלקית|באופן חלקי|מוגבל", "לא|אין", "לא ידוע|לא ידועה", "לא רלוונטי"}},
    {"hi",
     {"हाँ|हां|जी हाँ|उपलब्ध", "आंशिक|आंशिक रूप से|सीमित", "नहीं|नही|अनुपलब्ध", "अज्ञात|पता नहीं", "लागू नहीं"}},
    {"vi",
     {"có|đúng", "một phần|hạn chế", "không|không có", "không rõ|chưa rõ|chưa biết",
      "không áp dụng"}},
    {"id",
     {"ya|tersedia", "sebagian|terbatas", "tidak|tidak ada|tidak tersedia",
      "tidak diketahui|belum diketahui", "tidak berlaku"}},
    {"th", {"ใช่|มี|ได้", "บางส่วน|จำกัด", "ไม่ใช่|ไม่|ไม่มี|ไม่ได้", "ไม่ทราบ|ไม่แน่ชัด", "ไม่เกี่ยวข้อง"}},
    {"zh",
     {"是|有|支持|可|可以|支援", "部分|部分支持|部分支援|有限", "否|无|不支持|無|没有|沒有|不可",
      "未知|不明|不详|不詳", "不适用|不適用"}},
    {"zh-Hant", {"是", "部分", "否", "未知", "不適用"}},
    {"ja",
     {"はい|あり|対応|有り|可|可能", "一部|部分的|一部対応|一部可|条件付き",
      "いいえ|なし|非対応|無し|不可|未対応", "不明", "該当なし|対象外"}},
    {"ko",
     {"예|네|있음|가능|지원", "부분|일부|부분적|부분 지원|제한적",
      "아니요|아니오|없음|불가|불가능|미지원", "알 수 없음|미상", "해당 없음|해당없음"}},
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
    constexpr std::string_view kRare[] = {"sr", "sr-Latn", "mk", "be", "ms", "zh-Hant"};
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

std::string without_characters(std::string_view text, bool (*is_left_out)(char32_t)) {
    std::u32string plain = unicode::decode(text);
    std::erase_if(plain, is_left_out);
    return unicode::encode(plain);
}

/// Emoji may be followed by a sign that asks for their form.
bool is_variation(char32_t c) { return c == 0xFE0E || c == 0xFE0F || c == 0x200D; }

/// Arabic is mostly written without them: that at the end of "جزئياً".
bool is_arabic_vowel(char32_t c) { return (c >= 0x64B && c <= 0x652) || c == 0x640; }

std::optional<AnswerText> whole_answer(std::string_view word) {
    const std::string folded = unicode::folded(without_characters(word, is_arabic_vowel));
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
        {"fr", "Nom"},       {"es", "Nombre"},     {"it", "Nome"},        {"pt", "Nome"},
        {"ca", "Nom"},       {"nl", "Naam"},       {"sv", "Namn"},        {"da", "Navn"},
        {"nb", "Navn"},      {"fi", "Nimi"},       {"pl", "Nazwa"},       {"cs", "Název"},
        {"sk", "Názov"},     {"hu", "Név"},        {"ro", "Nume"},        {"hr", "Naziv"},
        {"ru", "Название"},  {"uk", "Назва"},      {"bg", "Име"},         {"el", "Όνομα"},
        {"tr", "Ad"},        {"ar", "الاسم"},      {"fa", "نام"},         {"he", "שם"},
        {"hi", "नाम"},       {"vi", "Tên"},        {"id", "Nama"},        {"th", "ชื่อ"},
        {"zh-Hant", "名稱"}, {"zh", "名称"},       {"ja", "名称"},        {"ko", "이름"},
        {"et", "Nimi"},      {"lv", "Nosaukums"},  {"lt", "Pavadinimas"}, {"sl", "Ime"},
        {"sr", "Назив"},     {"sr-Latn", "Naziv"}, {"mk", "Име"},         {"be", "Назва"},
        {"ms", "Nama"},      {"sw", "Jina"},       {"ur", "نام"},         {"ka", "სახელი"},
        {"hy", "Անուն"},     {"am", "ስም"}};
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
    const std::string plain = without_characters(text, is_variation);
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
