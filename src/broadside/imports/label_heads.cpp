#include "broadside/imports/label_heads.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "broadside/imports/folded_words.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::imports {

namespace {

/// A space is where a word ends, two are where the head does; without one, more of it may follow or
/// precede.
constexpr std::string_view kWords[] = {
    // everywhere
    " tel ", " telephon", " telefon", " fax", " id ", " isbn ", " issn ", " ean ", " gtin ",
    " sku ", " iban ", " bic ", " code ",
    // en
    " phone ", "  mobile  ", " postcode ", " zip ", " barcode ", "  account  ", " account no",
    // de, nl, sv, da, nb, fi, et
    " plz ", " postleitzahl", " rufnummer", " mobilnummer", " handy", " mobiltelefon", "  konto  ",
    " kontonr", " kontonummer", " telefoon", " mobiel", " rekeningnummer", " postnummer", " postnr",
    " mobilnummer", " puhelin", " postinumero", " tilinumero", " postiindeks", " kood ",
    // fr, es, it, pt, ca, ro
    " téléphone", " tél ", "  mobile  ", " code postal", "  compte  ", " teléfono", " telèfon",
    " móvil ", " código ", " codi ", "  cuenta  ", " telefono", " cellulare", "  cap  ", " codice ",
    "  conto  ", " telefone", " telemóvel", " celular ", " cep ", "  conta  ", " cod ", "  cont  ",
    // lv, lt, pl, cs, sk, hu, hr, sl, tr, vi, id
    " tālrunis ", " kods ", " telefonas", " kodas ", " kod ", " komórka ", " psč ", " kód ",
    " účet ", " telefón", " irányítószám ", " számlaszám ", " poštanski broj", " poštna številka",
    " kodu ", " hesap no", " điện thoại", " mã ", " telepon", " kode ", "  rekening  ",
    // ru, uk, bg, el
    " тел ", " телефон", " мобильный", " индекс ", " код ", "  счет  ", "  счёт  ", " індекс ",
    "  рахунок  ", "  сметка  ", " τηλέφωνο", " τηλ ", " τ κ ", " κωδικός ",
    // ar, fa, he, hi, th, zh, ja, ko
    "هاتف", "جوال", "الرمز", "رمز ", "تلفن", "کد ", "טלפון", "מיקוד", "קוד ", "फ़ोन", "फोन", "कोड",
    "โทรศัพท์", "รหัส", "电话", "電話", "手机", "邮编", "邮政编码", "编号", "代码", "账号", "携帯",
    "郵便番号", "コード", "口座番号", "전화", "휴대폰", "우편번호", "코드", "계좌",
    // sr, mk, be, ms, sw, ur, ka, hy, am
    " поштански број", " поштенски број", " тэлефон", " індэкс ", " poskod ", " simu ", " msimbo ",
    "فون", "کوڈ", "ტელეფონი", "კოდი", " հեռախոս", " կոդ ", "ስልክ", "ኮድ"};

constexpr std::string_view kNumberings[] = {
    // everywhere
    "§", " version", " release ", " rev ", " ver ", " build ", " firmware ",
    // en, de, nl, sv, da, nb
    " no  ", " nr  ", " chapter ", " clause ", "  section  ", " kapitel ", " kap ", " abschnitt ",
    " ziffer ", " hoofdstuk ", " avsnitt ", " pos  ",
    // fr, es, it, pt
    " chapitre ", " capítulo ", " capitolo ", " versión ", " versione ", " versão ",
    // pl, cs, sk, hu, tr
    " lp  ", " wersja ", " rozdział ", " č  ", " číslo  ", " kapitola ", " verze ", " verzia ",
    " verzió ", " fejezet ", " sürüm ", " bölüm ",
    // ru, uk, el
    " версия ", " версія ", " глава ", " розділ ", " п п  ", " έκδοση ", " κεφάλαιο ",
    // ar, zh, ja, ko
    "الإصدار", "版本", "序号", "序號", "バージョン", "버전",
    // sr, mk, ms, sw, ur, ka, hy, am
    " верзија ", " versi ", " toleo ", "ورژن", "ვერსია", " տարբերակ", "ስሪት"};

/// Whether one of the words stands in a head.
bool has_one_of(const std::vector<std::string>& known, std::string_view title) {
    constexpr std::size_t kLongest = 60;
    if (title.size() > kLongest) return false;
    std::string words = unicode::folded(title);
    std::replace_if(
        words.begin(), words.end(),
        [](char c) { return c >= 0 && !unicode::is_ascii_letter_or_digit(c); }, ' ');
    const auto are_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
    words.erase(std::unique(words.begin(), words.end(), are_spaces), words.end());
    words = "  " + std::string(unicode::trimmed(words)) + "  ";
    return std::any_of(known.begin(), known.end(), [&](const std::string& word) {
        return words.find(word) != std::string::npos;
    });
}

}  // namespace

bool is_head_of_labels(std::string_view title) {
    static const std::vector<std::string> known = folded_words(kWords);
    return has_one_of(known, title);
}

bool is_head_of_numbering(std::string_view title) {
    static const std::vector<std::string> known = folded_words(kNumberings);
    return has_one_of(known, title);
}

}  // namespace broadside::imports
