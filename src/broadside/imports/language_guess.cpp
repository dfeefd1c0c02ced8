#include "broadside/imports/language_guess.hpp"

#include <functional>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/date.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"
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
    {0x3040, 0x30FF, "ja"}, {0x4E00, 0x9FFF, "zh-Hans"}, {0xAC00, 0xD7AF, "ko"},
    {0x10A0, 0x10FF, "ka"}, {0x0530, 0x058F, "hy"},      {0x1200, 0x137F, "am"}};

struct Letters {
    std::string_view language, instead;
    std::u32string_view letters;
};

// Letters that one language has, and the one above it has not.
constexpr Letters kLetters[] = {{"ru", "be", U"ў"},     {"ru", "mk", U"ѓќѕ"},
                                {"ru", "sr", U"ђћ"},    {"ru", "uk", U"іїєґ"},
                                {"ar", "ur", U"ےٹڈڑہ"}, {"ar", "fa", U"پچژگ"}};

struct LittleWords {
    std::string_view language;
    std::string_view words;  // between spaces
};

constexpr LittleWords kLittleWords[] = {
    {"en",
     " the and of with for from by to is are not yes no on at or an in per without all name price "
     "date number total year place remarks monday tuesday wednesday thursday friday saturday "
     "sunday item store city area country product company feature title page chapter weight height "
     "size colour color time day week score rank rating room "
     "subject level group year unit amount note street address "},
    {"de",
     " der die das und mit für von ist nicht auf ab bis oder zum zur im am ja nein ohne bei "
     "pro stand ort preis datum anzahl summe gesamt bemerkung beschreibung straße jahr zahl "
     "größe menge wert uhr bezeichnung einheit nummer anteil telefon beginn ende monat artikel "
     "kapitel titel seite sprache teil länge breite höhe gewicht umsatz nord süd ost "
     "stück tag woche stunde pause fach raum konto saldo betrag farbe deutsch englisch große "
     "kleine land verein punkte tore spiele spieltag mannschaft "},
    {"fr",
     " le la les de en et avec pour des du est pas une sur aux ou dans oui non sans par nom prix "
     "nombre année lieu adresse quantité remarques montant téléphone article titre page ville pays "
     "produit heure jour semaine taille poids couleur durée langue plus moins entre taux tarif "
     "tarifs tranche tranches enfant enfants données mois gratuit illimité utilisateurs "},
    {"es",
     " el la los las de y con para del una por en es sin desde hasta sí o nombre precio fecha "
     "número año lugar dirección cantidad observaciones teléfono artículo título página ciudad "
     "país producto hora día semana tamaño peso color idioma alumno alumnos alumna clase "
     "curso asignatura equipo partido mes usuario usuarios ilimitado ilimitados ilimitadas "
     "análisis últimos gratis niños "},
    {"it",
     " il la di gli e con per della di non una nel dal o anche sì senza nome prezzo data numero "
     "anno luogo indirizzo quantità totale telefono articolo titolo pagina città paese prodotto "
     "ora giorno settimana peso colore durata lingua mese utenti gratuito illimitato "},
    {"pt",
     " o a os as de e com para do da não uma em por sem ou sim nome preço data número ano local "
     "endereço quantidade telefone artigo título página cidade país produto hora dia semana "
     "tamanho peso cor mês usuários ilimitado grátis "},
    {"nl",
     " de het een en met voor van niet op of tot naar ja nee zonder naam prijs datum aantal "
     "jaar plaats totaal opmerkingen artikel titel hoofdstuk bladzijde land stad uur dag week "
     "grootte "
     "gewicht kleur taal maand gebruikers onbeperkt "},
    {"sv",
     " och med för av inte på är som eller till ett ja nej utan namn pris antal år plats artikel "
     "titel sida land stad vikt färg "},
    {"da",
     " og med for af ikke på er som eller til et ja nej uden navn pris antal år sted vare titel "
     "side land vægt farve "},
    {"fi",
     " ja ei on sekä tai kanssa kyllä nimi hinta päivä määrä vuosi paikka yhteensä tuote sivu maa "
     "kaupunki paino väri "},
    {"pl",
     " i z w na do dla nie jest od lub oraz tak bez nazwa cena data liczba rok miejsce adres "
     "uwagi razem ilość dzień tytuł strona kraj miasto produkt godzina tydzień waga kolor "},
    {"cs",
     " a s v na do pro není je od nebo ano ne bez název cena datum počet rok místo poznámka "
     "celkem kapitola strana země město zboží hodina týden váha barva "},
    {"hu",
     " és a az nem van vagy egy igen név ár dátum év hely összesen megjegyzés cikk cím oldal "
     "ország város óra nap tömeg szín "},
    {"ro",
     " și cu pentru din nu este sau da nume preț dată număr an loc articol titlu pagină țară oraș "
     "produs oră săptămână "},
    {"tr",
     " ve ile için bir değil veya evet hayır ad adı fiyat tarih sayı yıl yer toplam ürün başlık "
     "sayfa ülke şehir saat gün hafta ağırlık renk "},
    {"vi", " và của cho không có hoặc một tên giá ngày số "},
    {"id", " dan dengan untuk dari tidak atau yang ya nama harga tanggal jumlah "}};

// Besides those that CLDR has.
constexpr LittleWords kMoreWeekdays[] = {{"en", " tues thur thurs "}, {"de", " sonnabend "}};

// In words of small tables, where little words are few.
constexpr std::pair<std::string_view, std::u32string_view> kTellingLetters[] = {
    {"de", U"ßäöü"}, {"pl", U"ąęłśźż"}, {"cs", U"ěřů"}, {"hu", U"őű"},   {"tr", U"ğı"},
    {"pt", U"ãõ"},   {"es", U"ñ"},      {"ro", U"țșţ"}, {"fr", U"êèçœ"}, {"sv", U"åäö"},
    {"da", U"åøæ"},  {"fi", U"äö"},     {"it", U"ìòù"}};

// Frequent characters of which each has another form in the other.
constexpr std::u32string_view kTraditional =
    U"們個這來時說為國會學對發經現過與長實還開門電車機業東動問間關點樣應見話書員無"
    U"產從後價數單萬億幾據質種專級組織線網路際號碼類題議論設計記錄訊資費購買賣貨額"
    U"張請選擇頁壺瓷盤顯視鍵滑鼠訂閱讀寫講課語體驗醫藥師藝術區縣鄉鎮廠廣場樓層齡歲"
    U"歷顏紅藍綠黃銀鐵錢銷將當總統約須備註稱";
constexpr std::u32string_view kSimplified =
    U"们个这来时说为国会学对发经现过与长实还开门电车机业东动问间关点样应见话书员无"
    U"产从价数单万亿几据质种专级组织线网络际号码类题议论设计记录讯资费购买卖货额张"
    U"请选择页壶显视键订阅读写讲课语体验医药师艺术区县乡镇厂广场楼层龄岁历颜红蓝绿"
    U"黄银铁钱销将当总统约须备称";

// Characters, and words of sheets, that Japanese alone has: without kana, it may be in these.
constexpr std::u32string_view kJapaneseCharacters =
    U"円駅図広売読対応発変両気帰楽県様単戦実込働畑峠枠桜検験浜渋焼総続営囲価仮関済児薬権収剤鉄毎産"
    U"経黒顔録観覚証"
    U"曜拝択沢亜徳悪栄穏絵縦聴閲";
constexpr std::u32string_view kJapaneseWords[] = {U"予約", U"休業", U"定休", U"無料",
                                                  U"有料", U"受付", U"料金", U"祝日",
                                                  U"開催", U"番号", U"東京"};

/// In texts of Chinese characters, of which such are few.
bool is_japanese(const std::u32string& letters) {
    constexpr std::size_t kLeastPart = 30;
    std::size_t found = 0;
    for (const char32_t c : letters)
        found += kJapaneseCharacters.find(c) != kJapaneseCharacters.npos ? 1 : 0;
    for (const std::u32string_view word : kJapaneseWords)
        found += letters.find(word) != letters.npos ? 1 : 0;
    return found > 0 && found * kLeastPart >= letters.size();
}

std::size_t count_in(const std::u32string& letters, std::u32string_view own) {
    return static_cast<std::size_t>(std::count_if(
        letters.begin(), letters.end(), [own](char32_t c) { return own.find(c) != own.npos; }));
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
    if (most->first == "zh-Hans" && (counts["ja"] * 10 > most->second || is_japanese(letters)))
        return "ja";
    if (most->first == "zh-Hans" &&
        count_in(letters, kTraditional) > count_in(letters, kSimplified))
        return "zh-Hant";
    for (const auto& [language, instead, own] : kLetters) {
        if (language == most->first && letters.find_first_of(own) != letters.npos)
            return std::string(instead);
    }
    return std::string(most->first);
}

template <typename Visit>
void for_each_word(std::string_view list, Visit&& visit) {
    while (!list.empty()) {
        const std::string_view word = unicode::take_until(list, ' ');
        if (!word.empty()) visit(word);
    }
}

/// Short ones are words of other languages.
bool is_whole_name(std::string_view word) {
    constexpr std::size_t kShort = 4;
    return unicode::decode(word).size() >= kShort;
}

/// The names of months, by themselves and in dates.
std::vector<std::string> months_of(std::string_view language) {
    std::vector<std::string> months;
    for (int month = 1; month <= 12; ++month) {
        for (const char* pattern : {"LLLL", "MMMM"}) {
            std::string name = unicode::format_date_as(fmt::format("2026-{:02}", month), language,
                                                       pattern, unicode::kAsciiZero);
            if (is_whole_name(name)) months.push_back(std::move(name));
        }
    }
    return months;
}

/// The names of weekdays in full, and as timetables shorten them.
std::vector<std::string> weekdays_of(std::string_view language) {
    std::vector<std::string> weekdays;
    for (int day = 1; day <= 7; ++day) {
        for (const char* pattern : {"EEEE", "EEE"}) {
            std::string name = unicode::format_date_as(fmt::format("2026-03-0{}", day), language,
                                                       pattern, unicode::kAsciiZero);
            if (name.ends_with('.')) name.pop_back();
            // A letter is no name.
            if (name.size() > 1) weekdays.push_back(std::move(name));
        }
    }
    for (const auto& [known, list] : kMoreWeekdays) {
        if (known == language)
            for_each_word(list, [&](std::string_view word) { weekdays.emplace_back(word); });
    }
    return weekdays;
}

using Languages = std::vector<std::string_view>;

/// By a word in folded form, the languages that have it.
const std::map<std::string, Languages, std::less<>>& known_words() {
    static const auto words = [] {
        std::map<std::string, Languages, std::less<>> known;
        const auto add = [&](std::string_view word, std::string_view language) {
            Languages& languages = known[unicode::folded(word)];
            if (!contains(languages, language)) languages.push_back(language);
        };
        for (const auto& [language, list] : kLittleWords) {
            for_each_word(list, [&, own = language](std::string_view word) { add(word, own); });
            for (const std::string& month : months_of(language)) add(month, language);
            for (const std::string& day : weekdays_of(language))
                if (is_whole_name(day)) add(day, language);
        }
        return known;
    }();
    return words;
}

class WordCounts {
public:
    explicit WordCounts(LanguageCounts counts) : counts_(std::move(counts)) {}

    void add(std::string_view word) {
        constexpr std::size_t kTells = 2;
        const auto known = known_words().find(word);
        if (known != known_words().end()) {
            const bool is_letter = word.size() == 1;
            LanguageCounts& counts = is_letter                  ? letters_
                                     : known->second.size() > 1 ? shared_
                                                                : counts_;
            for (const std::string_view language : known->second)
                counts[language] += is_letter ? 1 : kTells;
        }
        if (std::all_of(word.begin(), word.end(), [](char c) { return c >= 0; })) return;
        const std::u32string letters = unicode::decode(word);
        for (const auto& [language, own] : kTellingLetters)
            if (letters.find_first_of(own) != letters.npos) ++counts_[language];
    }

    /// What several languages have says something beside what one alone has: a word, and a single
    /// letter, which may be no word at all.
    LanguageCounts all() const {
        LanguageCounts all = counts_;
        for (auto& [language, count] : all) {
            const auto shared = shared_.find(language);
            if (shared != shared_.end()) count += shared->second;
            const auto letters = letters_.find(language);
            if (letters != letters_.end()) count += std::min(count, letters->second);
        }
        return all;
    }

private:
    LanguageCounts counts_, shared_, letters_;
};

/// "LA" and "AN" are no articles; a head in capitals is one.
bool is_short_in_capitals(std::string_view word) {
    return word.size() > 1 && !is_whole_name(word) &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

LanguageGuess by_words(const std::vector<std::string_view>& texts, LanguageCounts answers,
                       bool has_decimal_commas) {
    // English words of yes and no are in tables of all languages.
    answers.erase("en");
    WordCounts words(std::move(answers));
    for (std::string_view rest : texts) {
        while (!rest.empty()) {
            const std::string_view word = unicode::take_until(rest, " \n,.;:()/*'");
            if (!word.empty() && !is_short_in_capitals(word)) words.add(unicode::folded(word));
        }
    }
    LanguageCounts counts = words.all();
    // No sheet in English has them.
    if (has_decimal_commas) counts.erase("en");
    const auto most = largest(counts);
    constexpr std::size_t kFew = 3, kMany = 8;
    if (most == counts.end()) return {"en", false, false};
    const std::size_t least = has_decimal_commas ? kFew - 1 : kFew;
    const bool is_equal = std::any_of(counts.begin(), counts.end(), [&](const auto& other) {
        return other.first != most->first && other.second == most->second;
    });
    const bool is_told = most->second >= least && !is_equal;
    const std::size_t others =
        std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                        [](std::size_t sum, const auto& count) { return sum + count.second; }) -
        most->second;
    const bool is_sure = most->second >= kMany && most->second > 2 * others;
    const bool is_english = most->first == "en" && !is_equal;
    return {is_told ? std::string(most->first) : "en", is_sure && (is_told || is_english),
            is_told || is_english};
}

}  // namespace

std::set<std::size_t> weekdays_among(const std::vector<std::string_view>& heads) {
    for (const auto& [language, list] : kLittleWords) {
        std::set<std::string> known;
        for (const std::string& day : weekdays_of(language)) known.insert(unicode::folded(day));
        std::set<std::size_t> found;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            std::string word = unicode::folded(heads[i]);
            if (word.ends_with('.')) word.pop_back();
            if (known.count(word) > 0) found.insert(i);
        }
        if (found.size() > 1) return found;
    }
    return {};
}

LanguageGuess guessed_language(const std::vector<std::string_view>& texts,
                               const LanguageCounts& answers, bool has_decimal_commas) {
    std::u32string letters;
    for (const std::string_view text : texts) {
        for (const char32_t c : unicode::decode(text))
            if (unicode::is_letter(c)) letters += c;
    }
    const std::string language = by_letters(letters);
    if (language.empty()) return by_words(texts, answers, has_decimal_commas);
    // Those of one script are told apart by their words for yes and no.
    const auto most = largest(answers);
    const bool is_of_several = language == "ru" || language == "ar";
    const bool is_other = is_of_several && most != answers.end() && most->first != "en";
    return {is_other ? std::string(most->first) : language, true};
}

}  // namespace broadside::imports
