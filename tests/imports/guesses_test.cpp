#include <set>

#include <gmock/gmock.h>

#include "broadside/imports/answers.hpp"
#include "broadside/imports/note_marks.hpp"
#include "broadside/load/typed_figures.hpp"
#include "imports/imported.hpp"
#include "support/zip_file.hpp"

/// What words, figures and marks of a sheet are taken for.
namespace broadside::imports {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string answer(std::string_view text) {
    const auto found = answer_of(text);
    if (!found) return "";
    return std::string(name_of(found->answer)) + (found->rest.empty() ? "" : ": " + found->rest);
}

TEST(AnswerOf, KnowsWordsOfManyLanguages) {
    for (const char* text :
         {"Yes", "JA", "oui", "Sí", "да", "はい", "有", "نعم", "כן", "✓", "✔️", "✅"})
        EXPECT_EQ(answer(text), "yes") << text;
    for (const char* text : {"No", "Nein", "não", "нет", "いいえ", "لا", "✗", "❌", "×"})
        EXPECT_EQ(answer(text), "no") << text;
    for (const char* text : {"ndiyo", "ہاں", "დიახ", "այո", "አዎ"})
        EXPECT_EQ(answer(text), "yes") << text;
    for (const char* text : {"hapana", "نہیں", "არა", "ոչ", "አይ"})
        EXPECT_EQ(answer(text), "no") << text;
    for (const char* text : {"partially", "Teilweise", "en partie", "частично", "部分", "△", "~",
                             "delvist", "parţial", "делимично", "delimično", "делумно", "часткова",
                             "separa", "kiasi", "جزوی", "ნაწილობრივ", "մասամբ", "በከፊል"})
        EXPECT_EQ(answer(text), "partial") << text;
    EXPECT_EQ(answer("?"), "unknown");
    EXPECT_EQ(answer("n/a"), "none");
}

TEST(AnswerOf, KnowsCommonFormsOfEachLanguage) {
    for (const char* text : {"var", "есть", "متوفر", "יש", "有り", "가능", "มี"})
        EXPECT_EQ(answer(text), "yes") << text;
    for (const char* text :
         {"yok", "отсутствует", "غير متوفر", "אין", "無し", "불가", "ไม่มี", "neen", "немає"})
        EXPECT_EQ(answer(text), "no") << text;
    for (const char* text : {"جزئياً", "جزئيًا", "teilw.", "частичный", "częściowy", "osin",
                             "részlegesen", "sınırlı", "en part", "제한적", "zčásti", "μερική"})
        EXPECT_EQ(answer(text), "partial") << text;
    for (const char* text : {"ei tiedossa", "brak danych", "нет данных", "غير محدد", "不详"})
        EXPECT_EQ(answer(text), "unknown") << text;
    EXPECT_EQ(answer_of("جزئياً")->word, "جزئياً");
    EXPECT_EQ(word_for(Answer::None, "zh-Hant-TW"), "不適用");
}

TEST(WordFor, IsThatOfTheNearestTag) {
    EXPECT_EQ(word_for(Answer::Yes, "sr"), "да");
    EXPECT_EQ(word_for(Answer::Yes, "sr-RS"), "да");
    EXPECT_EQ(word_for(Answer::Yes, "sr-Latn"), "da");
    EXPECT_EQ(word_for(Answer::Yes, "sr-Latn-RS"), "da");
    EXPECT_EQ(word_for(Answer::Yes, "de-AT-1996"), "ja");
    EXPECT_EQ(word_for(Answer::None, "sr-Latn-RS"), "n/a");
}

TEST(AnswerOf, LeavesWhatFollows) {
    EXPECT_EQ(answer("Yes (since 4.0)"), "yes: since 4.0");
    EXPECT_EQ(answer("✓ 4.0+"), "yes: 4.0+");
    EXPECT_EQ(answer("Partially – ramp at the back"), "partial: ramp at the back");
    EXPECT_EQ(answer("Yes -5"), "yes: -5");
    EXPECT_EQ(answer("Nothing"), "");
    EXPECT_EQ(answer("- see below"), "");
}

std::string number(std::string_view text, char decimal) {
    const auto figure = load::figure_of(text);
    if (!figure) return "";
    const auto digits = load::number_of(figure->digits, decimal);
    return digits ? figure->relation + *digits + " " + figure->unit : "";
}

TEST(FigureOf, ReadsHowPeopleWriteNumbers) {
    EXPECT_EQ(number("1.234,50 €", ','), "1234.50 €");
    EXPECT_EQ(number("US$ 1,234.5", '.'), "1234.5 US$");
    EXPECT_EQ(number("12 345", '.'), "12345 ");
    EXPECT_EQ(number("1\u202f234,5 kg", ','), "1234.5 kg");
    EXPECT_EQ(number("1'234", '.'), "1234 ");
    EXPECT_EQ(number("−5 %", '.'), "-5 %");
    EXPECT_EQ(number("< 0.5", '.'), "<0.5 ");
    EXPECT_EQ(number("١٢٫٥", '.'), "12.5 ");
    for (const char* text : {"007", "1.2.3", "9:50", "A4", "2020-01-01", "1,23,4", "2020 100",
                             "1.234 567", "1234'567", "12.5²", "10³", "3ª"})
        EXPECT_EQ(number(text, '.'), "") << text;
}

TEST(DateOf, IsSureOrSilent) {
    EXPECT_EQ(load::date_of("2026-07-01", load::DateOrder::Unknown), "2026-07-01");
    EXPECT_EQ(load::date_of("1.7.2026", load::DateOrder::Unknown), "2026-07-01");
    for (const char* text : {"2025年10月3日", "2025년 10월 3일", "٢٠٢٥/١٠/٠٣", "2025/10/03"})
        EXPECT_EQ(load::date_of(text, load::DateOrder::Unknown), "2025-10-03") << text;
    for (const char* text : {"2025年10月", "10月3日", "1999年3日"})
        EXPECT_EQ(load::date_of(text, load::DateOrder::Unknown), std::nullopt) << text;
    EXPECT_EQ(load::date_of("03/04/2026", load::DateOrder::Unknown), std::nullopt);
    EXPECT_EQ(load::date_of("31.2.2026", load::DateOrder::Unknown), std::nullopt);
    EXPECT_EQ(load::date_of("03/04/2026", load::order_of({"03/04/2026", "13/04/2026"}, "en")),
              "2026-04-03");
    EXPECT_EQ(load::date_of("03/04/2026", load::order_of({"03/14/2026"}, "en")), "2026-03-04");
}

TEST(TakeMarks, KnowsThoseOfTheNotesAlone) {
    for (const char* line : {"#NUM!", "#1 in town"}) EXPECT_FALSE(marked_note(line)) << line;
    EXPECT_EQ(marked_note("# hash")->mark, "#");
    const std::vector<Note> notes = {*marked_note("[1] one"), *marked_note("² two"),
                                     *marked_note("* star"), *marked_note("** stars")};
    std::string text = "Price¹,²";
    EXPECT_THAT(take_marks(text, notes), ElementsAre(0, 1));
    EXPECT_EQ(text, "Price");
    text = "12 **";
    EXPECT_THAT(take_marks(text, notes), ElementsAre(3));
    EXPECT_EQ(text, "12");
    text = "12ᵃ";
    EXPECT_THAT(take_marks(text, {*marked_note("ᵇ) other"), *marked_note("ᵃ a model")}),
                ElementsAre(1));
    EXPECT_EQ(text, "12");
    text = "Area (m²)²";
    EXPECT_THAT(take_marks(text, notes), ElementsAre(1));
    EXPECT_EQ(marked_note("※1　揚げ油")->text, "揚げ油");
    text = "Tonnes of CO²";
    EXPECT_EQ(take_marks(text, notes), std::vector<std::size_t>());
    text = "Area in m²";
    EXPECT_THAT(take_marks(text, notes), ElementsAre());
    text = "m³ [4]";
    EXPECT_THAT(take_marks(text, notes), ElementsAre());
}

TEST(ImportSheet, TakesTheTextAroundATableOfMarkdown) {
    const std::string dataset = imported(
        "# Languages\n\nWhat to know,\nbefore you choose\n\n| Name | Free | Page |\n|---|---|---|\n"
        "| C [1] | yes | <https://a.org/> |\n| Rust[^2] | partly [1] | see <https://b.org> |\n\n"
        "[1] The first\ngoes on\n[^2]: The *second*\n\n---\n\nOf May.\n\n## More\n\nNot this\n",
        "en", "a.md");
    EXPECT_THAT(dataset, AllOf(HasSubstr(R"("title": "Languages")"),
                               HasSubstr(R"("subtitle": "What to know, before you choose")"),
                               HasSubstr(R"("text": "The first goes on"})"),
                               HasSubstr(R"("text": "The second"})"),
                               HasSubstr(R"("text": "Of May.", "general": true})")));
    EXPECT_THAT(dataset, AllOf(HasSubstr(R"({"text": "a.org", "url": "https://a.org/"})"),
                               HasSubstr("see [https://b.org](https://b.org)"),
                               HasSubstr(R"("label": "partly")"), Not(HasSubstr("Not this"))));
}

TEST(ImportSheet, TellsOfCallsOfNotesThatThereAreNot) {
    EXPECT_THAT(imported("N,a\nx [1],red\ny,blue [2]\n"),
                HasSubstr("cells end in [1] (A2), [2] (B3), and no line below begins so"));
    EXPECT_THAT(imported("N,a\nx [1],red\ny,blue\n[1] said\n"), Not(HasSubstr("no line below")));
}

TEST(ImportSheet, TellsOfMarksAboveTheLineThatNoNoteHas) {
    EXPECT_THAT(imported("N,a\nAnnaᵃ,red\ny,blue\n"),
                HasSubstr("cells end in ᵃ (A2), and no line below begins so"));
    EXPECT_THAT(imported("N,a\nAnna¹,red\ny,blue\n"),
                HasSubstr("cells end in ¹ (A2), and no line below begins so"));
    for (const char* power :
         {"120 m²", "10³", "2ᵉ", "R²", "χ²", "1ª", "XXᵉ", "12.ª", "10ⁿ", "kg·m²", "sin²", "10⁶"})
        EXPECT_THAT(imported("N,a\nAnna," + std::string(power) + "\ny,blue\n"),
                    Not(HasSubstr("no line below")))
            << power;
}

TEST(ImportSheet, TakesAPlainMarkBelowForOneAboveTheLine) {
    EXPECT_THAT(imported("N,a\nAnnaᵃ,red\ny,blue\na Cox model.\n"),
                AllOf(HasSubstr(R"("text": "Cox model.")"), Not(HasSubstr("no line below"))));
    EXPECT_THAT(imported("N,a\nAnna,red\ny,blue\n\na Cox model.\n"), HasSubstr("a Cox model."));
    EXPECT_THAT(imported("N,a\nAnnaᵃ,red\ny,blue\n\na Cox model.\nᵃ By phone.\n"),
                AllOf(HasSubstr("a Cox model."), HasSubstr(R"("text": "By phone.")")))
        << "the mark is another line's";
    EXPECT_THAT(imported("N,a\nx,10 µm²\ny,12 µm²\n2 rings,\n"),
                AllOf(HasSubstr("µm²"), HasSubstr("2 rings")))
        << "a power calls nothing";
}

TEST(ImportSheet, TakesRemarksDirectlyBelowTheRowsForNotes) {
    for (const char* line :
         {"Source: Eurostat", "Quelle: Amt für Statistik", "来源：统计局", "n/a = not available",
          "Alle Angaben ohne Gewähr.", "価格は税込です。", "a Cox model.", "※1 数量限定"}) {
        const std::string dataset = imported("N,a\nx,1\ny,2\n" + std::string(line) + "\n", "en");
        EXPECT_THAT(dataset, HasSubstr("\"general\": true}")) << line;
        EXPECT_THAT(dataset, Not(HasSubstr("may be a remark"))) << line;
    }
    EXPECT_THAT(imported("N,a\nx,1※1\ny,2\n※1 数量限定\n", "en"),
                HasSubstr(R"("a": {"number": 1, "notes": ["note-1"]})"));
    EXPECT_THAT(imported("N,a,b\nx,1,※1\ny,2,\n※1 数量限定\n", "en"),
                HasSubstr(R"("text": "※1 数量限定", "general": true)"));
    // Rows that nothing else tells of are none.
    EXPECT_THAT(imported("Film,Year\nAlien,1979\nRan,1985\nI saw the devil.,\nPsycho,\n", "en"),
                AllOf(HasSubstr("\"film\": \"Psycho\""), Not(HasSubstr("general"))));
    EXPECT_THAT(imported("N,a\nx,1ª\ny,2\n\na) a note\n", "es"), HasSubstr("1ª"));
    // Names that end alike tell nothing.
    for (const char* sheet : {"N,a\nAt the old inn.,1\nOf the two bears.,2\nBy the river side.\n",
                              "N,a\nNote: C,1\nNote: D,2\nNote: E\n",
                              "N,a\nx,1\nSmith Foods Ltd.\n", "N,a\nx,1\nTo be done\n"})
        EXPECT_THAT(imported(sheet, "en"),
                    AllOf(Not(HasSubstr("general")), Not(HasSubstr("may be"))))
            << sheet;
    EXPECT_THAT(imported("N,a\nx,1\ny,2\nAll prices are provisional\n", "en"),
                HasSubstr("what may be a remark is taken for a row: A4 \"All prices"));
}

TEST(ImportSheet, TellsDecimalSignsByTheWholeSheet) {
    EXPECT_THAT(imported("N,a,b\nx,\"1.234\",\"0,5\"\n", "en"),
                HasSubstr("\"a\": 1234, \"b\": 0.5"));
    EXPECT_THAT(imported("N;a\nx;1.234\n", "en"), HasSubstr("\"a\": 1.234}"));
    EXPECT_THAT(imported("N;a\nx;1.234\n", "de"), HasSubstr("\"a\": 1234}"));
}

TEST(ImportSheet, LeavesYearsVersionsAndNumbersOfThingsAsTheyAre) {
    const std::string dataset =
        imported("N,year,version,code\nx,1999,4.10.1,007\ny,2024,5.2,042\n");
    EXPECT_THAT(dataset, HasSubstr(R"({"id": "year", "kind": "plain")"));
    EXPECT_THAT(dataset, HasSubstr(R"("version": "4.10.1", "code": "007")"));
}

TEST(ImportSheet, TakesFiguresAmongShortWordsForPlain) {
    EXPECT_THAT(imported("N,minutes,words\nx,flat rate,red\ny,flat rate,blue\nz,200,green\n"),
                AllOf(HasSubstr(R"({"id": "minutes", "kind": "plain")"),
                      HasSubstr(R"({"id": "words", "kind": "text")")));
}

TEST(ImportSheet, TakesAnXForAYesWhereNothingElseSaysIt) {
    EXPECT_THAT(imported("N,a,b\nx,x,✓\ny,,x\n"), HasSubstr(R"("a": "yes", "b": "yes"},)"));
    EXPECT_THAT(imported("N,a,b\nx,x,✓\ny,,x\n"), HasSubstr(R"("b": "no"})"));
}

TEST(ImportSheet, GuessesTheLanguage) {
    EXPECT_THAT(imported("Name,x\nA,oui\nB,non\n"), HasSubstr("\"language\": \"fr\""));
    EXPECT_THAT(imported("الاسم,الثمن\nكتاب,5\n"), HasSubstr("\"language\": \"ar\""));
    EXPECT_THAT(imported("Tarif,Preis\nfür Kinder,5\nmit Gepäck,6\n"), HasSubstr("\"de\""));
    EXPECT_THAT(imported("Параметр,Levara\nцена,5\n"), HasSubstr("\"language\": \"ru\""));
    EXPECT_THAT(imported("名称,价格\n书,5\n"), HasSubstr("\"language\": \"zh-Hans\""));
    EXPECT_THAT(imported("產品,價格\n書,5\n"), HasSubstr("\"language\": \"zh-Hant\""));
    EXPECT_THAT(
        imported("Variedad,Días hasta la cosecha\nRosa de Barbastro,85\nFeo de Tudela,95\n"),
        HasSubstr("\"language\": \"es\""));
    // A letter is a word in many languages, and a head is one where there are no sentences.
    EXPECT_THAT(imported("Tool,Open source\nZoom,\"a\nb\"\nJitsi,yes\n"), HasSubstr("\"en\""));
    EXPECT_THAT(imported("Size,Row\ny,y\ny,x\nx,y\ny,y\n"), HasSubstr("\"en\""));
    EXPECT_THAT(imported("Місто,Ціна\nЛьвов,так\n"), HasSubstr("\"uk\""));
    EXPECT_THAT(imported("Град,Цена\nСофия,не\n"), HasSubstr("\"bg\""));
    EXPECT_THAT(imported("Место,Цена\nВлашић,не\n"), HasSubstr("\"sr\""));
    EXPECT_THAT(imported("Քաղաք,Գին\nԵրևան,5\n"), HasSubstr("\"hy\""));
    EXPECT_THAT(imported("Nume,Preţ\nBucureşti,1\nBraşov,2\n"), HasSubstr("\"ro\""));
    EXPECT_THAT(imported("Ort,Anzahl,Summe\nUlm,1,2\n"), HasSubstr("\"de\""));
    EXPECT_THAT(imported("Nazwa,Łąka\nŹródło,1\nKość,2\n"), HasSubstr("\"pl\""));
}

TEST(ImportSheet, FindsHeadsBelowWhatStandsAboveThem) {
    const std::string dataset = imported(
        "Price list,,,,\nDate:,May 2026,,,\nSeller,ACME,,,\n,,,,\n"
        ",Month,,Year,\nPlan,old,new,old,new\nMini,1,2,10,20\nMaxi,3,4,30,40\n",
        "en");
    EXPECT_THAT(dataset, HasSubstr(R"("title": "Price list")"));
    EXPECT_THAT(dataset, HasSubstr(R"("subtitle": "Date: May 2026\nSeller: ACME")"));
    EXPECT_THAT(dataset, HasSubstr(R"({"title": "Month", "columns": ["old", "new"]})"));
    EXPECT_THAT(dataset, HasSubstr(R"({"title": "Year", "columns": ["old-2", "new-2"]})"));
    EXPECT_THAT(dataset, HasSubstr(R"({"id": "maxi", "plan": "Maxi", "old": 3, "new": 4)"));
}

TEST(ImportSheet, FindsHeadsBelowALetterhead) {
    EXPECT_THAT(imported("ACME Ltd.,,,,Date:,03/02/2026\nPrice list\n,,,,,\n"
                         "No,Item,Qty,Unit price,Total,In stock?\n1,Nut,2,3.50,7.00,yes\n"
                         "2,Bolt,4,1.25,5.00,no\n",
                         "en"),
                AllOf(HasSubstr(R"("title": "Item")"), HasSubstr(R"({"id": "bolt", "no": 2)"),
                      HasSubstr(R"("subtitle": "Price list")")));
    EXPECT_THAT(imported("Name,,Price\nTea,,5\n,,\nred,green,blue,grey\nA,B,C,D\n", "en"),
                HasSubstr(R"({"id": "tea", "name": "Tea")"));
    const std::string rows = "Paracetamol,15,1000,6 h\nIbuprofen,10,400,8 h\n";
    EXPECT_THAT(imported("Doses,,Page,1\nWard,,Version,3\n,,,\nDrug,Dose,Max,Every\n" + rows, "en"),
                HasSubstr(R"({"id": "ibuprofen", "drug": "Ibuprofen", "dose": 10)"));
    // Heads of groups beside those of one column.
    EXPECT_THAT(
        imported("Dr Who,,As of:,15 Oct 2026\n,,,\nDrug,Single dose,,Every\n,per kg,most,\n" + rows,
                 "en"),
        AllOf(HasSubstr(R"({"title": "Single dose", "columns": ["per-kg", "most"]})"),
              HasSubstr(R"("id": "every", "kind": "number", "title": "Every")"),
              HasSubstr(R"({"id": "ibuprofen", "drug": "Ibuprofen", "per-kg": 10)")));
    // A table of which some heads are empty.
    EXPECT_THAT(imported("Name,,Age,\nAnn,a,41,b\n,,,\nName,Job,Age,Town\nBob,cook,3,Ulm\n", "en"),
                HasSubstr(R"("id": "ann")"));
}

TEST(ImportSheet, FindsMergedHeadsBelowALetterhead) {
    testing::TinyWorkbook book;
    const auto cell = [](const std::string& place, const std::string& text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    book.sheet = "<sheetData><row>" + cell("A1", "Doses for children") + "</row><row>" +
                 cell("A2", "Without warranty") + cell("D2", "As of") + cell("E2", "May") +
                 "</row><row>" + cell("A4", "Drug") + cell("B4", "Single dose") +
                 cell("D4", "Daily dose") + "</row><row>" + cell("B5", "per kg") +
                 cell("C5", "most") + cell("D5", "per kg") + cell("E5", "most") + "</row><row>" +
                 cell("A6", "Paracetamol") + R"(<c r="B6"><v>15</v></c><c r="C6"><v>1000</v></c>)" +
                 R"(<c r="D6"><v>60</v></c><c r="E6"><v>4000</v></c></row></sheetData><mergeCells>)"
                 R"(<mergeCell ref="A4:A5"/><mergeCell ref="B4:C4"/><mergeCell ref="D4:E4"/>)"
                 R"(</mergeCells>)";
    EXPECT_THAT(imported(book.bytes(), "en", "a.xlsx"),
                AllOf(HasSubstr(R"("title": "Doses for children")"),
                      HasSubstr(R"({"title": "Daily dose", "columns": ["per-kg-2", "most-2"]})"),
                      HasSubstr(R"({"id": "paracetamol", "drug": "Paracetamol", "per-kg": 15)")));
}

TEST(ImportSheet, TakesLinesBesideATableForNotes) {
    const std::string rows =
        "09:00,Yoga,Spin,,Colours\n10:00,Pilates,,,green = beginners\n"
        "11:00,Spin,Yoga,,\n12:00,Yoga,,,\n13:00,,Yoga,,\n";
    EXPECT_THAT(imported("Time,Monday,Tuesday,,\n" + rows, "en"),
                AllOf(HasSubstr(R"("text": "green = beginners", "general": true)"),
                      Not(HasSubstr(R"("title": "E")"))));
}

TEST(ImportSheet, FindsHeadsBelowScatteredWords) {
    const std::string dataset = imported(
        "Some people,,\nwrite, anywhere,\n,in their,sheets\nName,Profession,Age\n"
        "Ann,baker,41\nBob,,39\nCid,cook,57\nDan,tailor,30\n",
        "en");
    EXPECT_THAT(dataset, HasSubstr(R"("title": "Some people")"));
    EXPECT_THAT(dataset, HasSubstr(R"("subtitle": "write: anywhere\nin their: sheets")"));
    EXPECT_THAT(dataset,
                HasSubstr(R"({"id": "ann", "name": "Ann", "profession": "baker", "age": 41})"));
    // A head with a gap above rows of words is one.
    EXPECT_THAT(imported("Name,Job,\nAnn,,a\nBob,cook,b\nCid,cook,3\n", "en"),
                HasSubstr(R"("title": "Job")"));
}

TEST(ImportSheet, KeepsEmojiInSignsForPrint) {
    const std::string dataset = imported(
        "N,🚀 Speed,b,🔧\n🇩🇪 Ulm,fast ✅,⏳️ slow,🔧\nBonn,none yet,🐢🏽 "
        "old,\n",
        "en");
    EXPECT_THAT(dataset, HasSubstr(R"("title": "🚀 Speed")"));
    EXPECT_THAT(dataset, HasSubstr(R"("title": "🔧")"));
    EXPECT_THAT(dataset, HasSubstr(R"({"id": "ulm", "n": "🇩🇪 Ulm", "speed": "fast ✓", )"
                                   R"("b": "⏳ slow", "column": "🔧"})"));
    EXPECT_THAT(dataset, HasSubstr(R"("b": "🐢 old"})"));
}

TEST(ImportSheet, HasTheSheetsWordsInTheLegendAlsoWhereMoreFollows) {
    EXPECT_THAT(imported("N,a\nx,Yes (5.0)\ny,No\nz,Partially – at the back\n", "en"),
                AllOf(HasSubstr(R"("label": "Yes")"), HasSubstr(R"("label": "No")"),
                      HasSubstr(R"("label": "Partially")")));
}

TEST(ImportSheet, ChangesNothingASecondTime) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", "N,a\nm,Yes\nn,No\no,(Yes\np,Yes\nq,✅ yes\nr,no\ns,Yes*\nt,Yes\n"}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    files.files["a/dataset.json"] = sink.written.at("a/dataset.json");
    const auto again = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_TRUE(again.ok());
    EXPECT_THAT(again->changes, ElementsAre());
    EXPECT_FALSE(again->is_written);
}

TEST(ImportSheet, SetsASignBeforeLongWords) {
    const std::string dataset = imported(
        "N,a\nx,✅ in the browser and on the telephone\ny,❌ not before the next release\n", "en");
    EXPECT_THAT(dataset, HasSubstr(R"("values": "answer", "value_side": "start"})"));
    EXPECT_THAT(dataset, HasSubstr(R"({"value": "no", "text": "not before the next release"})"));
}

TEST(ImportSheet, TakesAWordAloneOverFiguresForTheHeadOfAGroup) {
    const std::string dataset =
        imported("Kits\n,,Quantity\nItem,Use,Car,Home,Remarks\na,b,8,20,c\nd,e,2,3,f\n", "en");
    EXPECT_THAT(dataset, HasSubstr(R"("title": "Quantity")"));
    EXPECT_THAT(dataset, HasSubstr(R"("columns": ["car", "home"])"));
    EXPECT_THAT(imported(",,Kits\nItem,Use,Car,Home\na,b,8,20\nd,e,2,3\n", "en"),
                HasSubstr("\n  \"title\": \"Kits\""));
    EXPECT_THAT(imported("Kits\n,as of 2026\nItem,Use,Car\na,1,8\nd,2,2\n", "en"),
                HasSubstr(R"("subtitle": "as of 2026")"));
}

TEST(ImportSheet, HeadsTheLegendByTheOnlyColumnOfItsValues) {
    EXPECT_THAT(imported("N,Organic,b\nx,yes,1\ny,no,2\n", "en"),
                HasSubstr("\"answer\": {\n      \"label\": \"Organic\",\n"));
    EXPECT_THAT(imported("N,Organic,Fair\nx,yes,no\ny,no,yes\n", "en"),
                HasSubstr("\"answer\": {\n      \"values\""));
}

TEST(ImportSheet, NamesNoRowsByWhatIsNoName) {
    const std::string dataset = imported("#,Town,Note\n1,Ulm,\n2,Bonn,old\n3,Kiel,\n", "en");
    EXPECT_THAT(dataset, HasSubstr(R"({"id": "column", "kind": "number", "title": "#"})"));
    EXPECT_THAT(dataset, HasSubstr(R"({"id": "town", "kind": "name", "title": "Town"})"));
    EXPECT_THAT(dataset, HasSubstr(R"({"id": "ulm", )"));
}

std::string workbook(const std::vector<std::vector<std::string>>& rows, const std::string& merges) {
    testing::TinyWorkbook book;
    book.sheet = "<sheetData>";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        book.sheet += "<row>";
        for (std::size_t i = 0; i < rows[row].size(); ++i) {
            const std::string& text = rows[row][i];
            if (text.empty()) continue;
            const std::string place = static_cast<char>('A' + i) + std::to_string(row + 1);
            const bool is_number = text.find_first_not_of("0123456789.") == text.npos;
            book.sheet += "<c r=\"" + place + "\"" +
                          (is_number ? "><v>" + text + "</v>"
                                     : " t=\"inlineStr\"><is><t>" + text + "</t></is>") +
                          "</c>";
        }
        book.sheet += "</row>";
    }
    book.sheet += "</sheetData><mergeCells>" + merges + "</mergeCells>";
    return imported(book.bytes(), "en", "a.xlsx");
}

TEST(ImportSheet, TakesNoFactsForHeadsBelowAMergedOne) {
    // Over a column that is empty, beside a name that is merged down.
    const std::string below = R"(<mergeCell ref="A2:A4"/>)";
    EXPECT_THAT(workbook({{"Kind", "Bath", "Price", "", "Depth"},
                          {"Open", "North", "4.5", "", "2.5"},
                          {"", "South", "5", "", "3"},
                          {"", "Lake", "0", "", "4"},
                          {"Hall", "Town", "6.9", "", "4"}},
                         below + R"(<mergeCell ref="C1:D1"/>)"),
                AllOf(HasSubstr(R"({"id": "north", "kind": {"text": "Open", "rowspan": 3})"),
                      HasSubstr(R"("title": "Price")"), Not(HasSubstr("spanners")),
                      Not(HasSubstr("without a head"))));
    // Over two columns that have facts.
    EXPECT_THAT(workbook({{"Bath", "Price", "", "Depth"},
                          {"North", "4.5", "5", "2.5"},
                          {"South", "5", "6", "3"}},
                         R"(<mergeCell ref="B1:C1"/>)"),
                AllOf(HasSubstr(R"("id": "north")"), HasSubstr(R"({"title": "Price", "columns")")));
    // Years are heads.
    EXPECT_THAT(workbook({{"Bath", "Guests", "", "Depth"},
                          {"", "2024", "2025", ""},
                          {"North", "4.5", "5", "2.5"},
                          {"South", "5", "6", "3"}},
                         R"(<mergeCell ref="B1:C1"/>)"),
                HasSubstr(R"("title": "2025")"));
}

TEST(ImportSheet, TellsOfANarrowTableBelowALine) {
    EXPECT_THAT(imported("Kind,Bath,Price,Depth\na,North,4,2\nb,South,5,3\n,,,\nCourses,,,\n"
                         "Course,Time,Price,\nCrawl,8 weeks,110,\nDive,7 weeks,90,\n"),
                HasSubstr("what may be 2 tables is read as one: A1:D3, A6:C8"));
    EXPECT_THAT(imported("N,Staff,Gas\nx,10,5\ny,12,6\n,,\n,,\nTrips,Spent,\nPlace,Bus,Stay\nz,7,\n"
                         "w,,9\n",
                         "en"),
                HasSubstr("what may be 2 tables is read as one: A1:C3, A6:C9"));
}

TEST(ImportSheet, TakesUnitsBelowHeadsForPartOfThem) {
    EXPECT_THAT(
        imported("Name,Weight,Guests,Price\n,kg,(2025),EUR\nAlpha,12.5,8,100\nBeta,8,9,90\n"),
        AllOf(HasSubstr(R"("title": "Weight", "unit": "kg")"),
              HasSubstr("\"title\": \"Guests (2025)\""),
              HasSubstr(R"("title": "Price", "unit": "EUR")"),
              HasSubstr("\"rows\": [\n      {\"id\": \"alpha\"")));
    // Sizes are no units, nor is a row of one's own.
    EXPECT_THAT(imported("Name,Size,Cut\n,m,short\nAlpha,l,long\nBeta,s,long\n"),
                HasSubstr(R"("size": "m")"));
}

TEST(ImportSheet, TakesNoUnitFromOneCellOfMany) {
    EXPECT_THAT(imported("N,a\nx,3209324 This\ny,\nz,\n"),
                AllOf(HasSubstr(R"("kind": "plain", "title": "a")"), Not(HasSubstr("\"unit\""))));
}

TEST(ImportSheet, LeavesRemarksAndBrokenLinesOfMarkdown) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {
        {"a.md",
         "# Pools <!-- by hand -->\n\n<!-- one\ntwo\n-->\nOpen all year\\\nand in winter.\n\n"
         "| N | a |\n|---|---|\n| x <!-- y --> | 1 |\n| z | 2 |\n"}};
    ASSERT_TRUE(import_sheet({"a.md", "a", "", "en", ""}, files, sink).ok());
    EXPECT_THAT(sink.written.at("a/dataset.json"),
                AllOf(HasSubstr(R"("title": "Pools",)"),
                      HasSubstr(R"("subtitle": "Open all year\nand in winter.")"),
                      HasSubstr(R"({"id": "x", "n": "x", "a": 1})")));
}

TEST(ImportSheet, ReadsWhatMarkdownWritesInShort) {
    const std::string dataset = imported(
        "# Stores\n\n| N | a | b |\n|---|:-:|---|\n| [Garage][g] | :white_check_mark: | &lt;b&gt; "
        "&amp; "
        "c |\n| [Ceph] | :x: | ![a logo](i.png) and *so* on |\n| z | :heavy_check_mark: | "
        "`&lt;` [d][1]&#42;e&#42; :nothing: |\n\n[g]: https://g.example \"G\"\n[ceph]: "
        "https://c.example\n[1]: https://d.example\n",
        "en", "a.md");
    EXPECT_THAT(dataset, AllOf(HasSubstr(R"({"names": ["Garage"], "url": "https://g.example"})"),
                               HasSubstr(R"({"names": ["Ceph"], "url": "https://c.example"})"),
                               HasSubstr(R"("a": "yes", "b": "<b> & c")"),
                               HasSubstr(R"("a": "no", "b": "a logo and *so* on")"),
                               HasSubstr(R"(&lt; [d](https://d.example)\\*e\\* :nothing:)"),
                               Not(HasSubstr("notes"))));
    EXPECT_THAT(
        imported(
            "| N | a |\n|---|---|\n| x | 1 |\n\n[Prices] in euro, see [1]: https://a.example\n",
            "en", "a.md"),
        HasSubstr("in euro, see"));
    EXPECT_THAT(
        imported("| N | a |\n|---|---|\n| x [1] | 1 |\n\n[1]: https://a.example\n", "en", "a.md"),
        HasSubstr(R"("notes": ["note-1"])"));
    EXPECT_THAT(imported("| | |\n|---|---|\n| x | 1 |\n| y | 2 |\n", "en", "a.md"),
                HasSubstr("the heads of the table say nothing"));
}

TEST(ImportSheet, KeepsRowsOfPicturesAndLinesOfLegendsInMarkdown) {
    const std::string dataset = imported(
        "# T\n\n| N | a | b |\n|---|---|---|\n| x | yes | no |\n"
        "| Build | [![](b.svg)](https://b.example) | ![](c.svg) |\n| y | no | yes¹ |\n\n"
        "¹ Since May.\\\n:grey_question: An early stage.\n",
        "en", "a.md");
    EXPECT_THAT(dataset, AllOf(HasSubstr("cells with pictures that have no words, which are left "
                                         "empty: 2\n"),
                               HasSubstr(R"({"id": "build", "n": "Build"})"),
                               HasSubstr(R"("text": "Since May."})"),
                               HasSubstr(R"("text": "❔ An early stage.", "general": true)")));
}

TEST(ImportSheet, TakesASecondRowOfHeadsForPartOfThem) {
    EXPECT_THAT(imported("Name,Kind,Weight\n(at birth),(of supply),(in grams)\nClip,paper,0.9\n"),
                AllOf(HasSubstr("\"title\": \"Name (at birth)\""),
                      HasSubstr("\"rows\": [\n      {\"id\": \"clip\"")));
    EXPECT_THAT(imported("Bath,Adults,Children\n,per day,once\nNorth,4,2\nSouth,5,3\n"),
                AllOf(HasSubstr(R"("title": "Children once")"),
                      HasSubstr("\"rows\": [\n      {\"id\": \"north\"")));
    // What says that nothing is there is a fact.
    EXPECT_THAT(imported("Bath,Adults,Children\n,n/a,none\nNorth,4,2\nSouth,5,3\n"),
                HasSubstr(R"("title": "Children")"));
    EXPECT_THAT(imported("Bath,Adults,Children\n(x),(y),(z)\n(a),(b),(c)\n(d),(e),(f)\n"),
                HasSubstr(R"("title": "Children")"));
    // With a name it may be a row.
    EXPECT_THAT(imported("Bath,Adults,Children\nTown,per day,once\nNorth,4,2\nSouth,5,3\n"),
                HasSubstr("row 2 is taken for facts, and has words above the figures of Adults, "
                          "Children"));
}

TEST(ImportSheet, TakesNotesThatNothingRefersToForThoseOfTheWholeTable) {
    EXPECT_THAT(
        imported("Baths*,,\nN,a,b\nx,1 [2],3\ny,4,5\n\n1. Counted once\n2. About\n* Of May\n"),
        AllOf(HasSubstr(R"("title": "Baths")"),
              HasSubstr(R"({"id": "note-1", "text": "Counted once", "general": true})"),
              HasSubstr(R"({"id": "note-2", "text": "About"})"),
              HasSubstr(R"({"id": "note-3", "text": "Of May", "general": true})")));
    EXPECT_THAT(workbook({{"Bath", "Price*", ""},
                          {"", "old", "new"},
                          {"North", "4.5", "5"},
                          {"South", "5", "6"},
                          {"* in EUR"}},
                         R"(<mergeCell ref="B1:C1"/>)"),
                HasSubstr(R"({"title": "Price", "columns": ["old", "new"], "notes": ["note-1"]})"));
}

TEST(ImportedNotes, StandOnLinesOfOneParagraphOfMarkdown) {
    const std::string sheet =
        "|Dam|Height|\n|---|---|\n|Nurek|300[a]|\n|Enguri|271[b]|\n\na. Some give 304.\nb. Partly "
        "disputed.\n";
    EXPECT_THAT(imported(sheet, "en", "a.md"),
                AllOf(HasSubstr(R"({"number": 300, "notes": ["note-1"]})"),
                      HasSubstr(R"({"number": 271, "notes": ["note-2"]})"),
                      HasSubstr(R"("text": "Partly disputed."})")));
}

TEST(ImportedNotes, TellsOfEachMarkThatNoneHas) {
    EXPECT_THAT(imported("N,a\nx,271[b]\ny,Yalong [2][3]\nz,[4]\n", "en"),
                HasSubstr("cells end in [2] (B3), [3] (B3), [4] (B4), [b] (B2), and no line"));
    EXPECT_THAT(imported("N,a\nx,[x]\ny,[ ]\n", "en"), Not(HasSubstr("cells end in")));
}

TEST(ImportedNotes, AreCalledByATwoAboveAWordThatHasNoSquare) {
    EXPECT_THAT(
        imported("Course,Fee\nPots²,12\nYoga³,10\n\n2 Clay not included.,\n3 In May.,\n", "en"),
        AllOf(HasSubstr(R"({"names": ["Pots"], "notes": ["note-1"]})"),
              HasSubstr(R"({"id": "note-2", "text": "In May."})")));
    EXPECT_THAT(imported("Course,Fee\nPots²,12\nYoga,10\n\nAsk us.,\n", "en"),
                HasSubstr("cells end in ² (A2), and no line below begins so"));
    for (const char* word : {"Area m²", "in km²", "chi²", "R²", "cm³", "Quadratmeter²", "12²"})
        EXPECT_THAT(imported(std::string("N,a\n") + word + ",12\nx,10\n\n2 of May.,\n", "en"),
                    AllOf(Not(HasSubstr("cells end in")), HasSubstr("\"text\": \"2 of May.\"")))
            << word;
}

TEST(ImportedNotes, KeepTheirNumbersAndOrderWhereNothingRefersToThem) {
    const std::string rows = "Item,Price\nSoup,4.50\nPie,6.50\n";
    const std::string lines = "Notes: 1. Cash only.,\n2. Closed on Mondays.,\n3. No dogs.,\n";
    EXPECT_THAT(imported(rows + "\n" + lines, "en"),
                HasSubstr(R"("text": "Notes: 1. Cash only.", "general": true},
    {"id": "note-2", "text": "2. Closed on Mondays.", "general": true},
    {"id": "note-3", "text": "3. No dogs.", "general": true})"));
    EXPECT_THAT(imported("Item,Price\nSoup,4.50 [1]\nPie,6.50\n\n" + lines, "en"),
                AllOf(HasSubstr(R"("text": "Cash only."})"),
                      HasSubstr(R"("text": "No dogs.", "general": true})")));
    EXPECT_THAT(imported("Item,Price\nSoup,4.50 [1]\nPie,6.50\n\n1. Cash.,\n1. Cards.,\n", "en"),
                HasSubstr(R"("text": "Cards.", "general": true})"));
}

TEST(ImportedNotes, KeepLettersThatMayBeAbbreviations) {
    const std::string rows = "Game,Result\nA,1:1 (k. 4:3)\nB,0:0\n\n";
    for (const char* line : {"k. – penalties", "n. a. – not played", "(x) : traces"})
        EXPECT_THAT(imported(rows + line + ",\n", "en"),
                    HasSubstr("\"text\": \"" + std::string(line) + "\", \"general\": true"));
    EXPECT_THAT(imported("Game,Result\nA,1:1 [a]\nB,0:0\n\na. after time,\nb. at home,\n", "en"),
                AllOf(HasSubstr(R"("text": "after time"})"),
                      HasSubstr(R"("text": "at home", "general": true})")));
}

TEST(ImportedSheet, IsInTheLanguageOfItsWords) {
    struct {
        const char *sheet, *language;
    } const cases[] = {{"Artikel;Menge;EP\nSchraube;100;0,05\nMutter;50;0,10\n", "de"},
                       {"Kapitel;Titel;Seite\n1;Einleitung;3\n2;Dank;9\n", "de"},
                       {"Stunde;Montag;Dienstag\n1;Bio;Kunst\n2;Sport;Bio\n", "de"},
                       {"Alumno;Nota\nA;7,5\nB;9,5\n", "es"},
                       {"Verein;Tore\nA;1:0\nB;2:1\n", "de"},
                       {"Land;BIP;Anteil\nA;1,5;2\nB;2,5;3\n", "de"},
                       {"Ville;Durée\nA;1,5\nB;2,5\n", "fr"},
                       {"Fecha;x\nA;enero\nB;agosto\n", "es"},
                       {"Articolo;x\nA;gennaio\nB;luglio\n", "it"},
                       {"Artikel;x\nA;maandag\nB;dinsdag\n", "nl"},
                       {"Miasto;x\nA;sobota\nB;niedziela\n", "pl"},
                       {"ARTIKEL;BEZEICHNUNG;x\nA;b;1\nC;d;2\n", "de"},
                       {"Tranches;Nombre d'enfants\nPlus de 18;429\n", "fr"},
                       {"Feature,Free\nPrecio,0\nAnálisis,Ilimitados\n", "es"},
                       {"Item,Price\nThe saw,£5\nA drill and bits,£9\n", "en-GB"},
                       {"Store,City\nLidl,LA\nAldi,LA\nSpar,LA\n", "en"}};
    for (const auto& [sheet, language] : cases)
        EXPECT_THAT(imported(sheet), HasSubstr("taken for \"" + std::string(language) + "\"\n"))
            << sheet;
    // August and September are months in Danish, too.
    EXPECT_THAT(imported("Product;Price;Month\nWidget;1,50;August\nGadget;2,50;September\n"),
                HasSubstr("taken for \"en\", for nothing tells its language\n"));
    EXPECT_THAT(imported("N,a\nx,1\ny,2\n"),
                HasSubstr("taken for \"en\", for nothing tells its language\n"));
}

TEST(WordsOfSheets, AreThereForEachLanguageOfTheAnswers) {
    std::size_t languages = 0;
    for (std::string tag = "aa"; tag[0] <= 'z';
         tag[1] == 'z' ? (++tag[0], tag[1] = 'a') : ++tag[1]) {
        if (tag != "en" && word_for(Answer::Yes, tag) == word_for(Answer::Yes, "en")) continue;
        ++languages;
        const bool is_same = tag == "en" || tag == "de";
        EXPECT_EQ(word_for_name(tag) == "Name", is_same) << tag;
    }
    EXPECT_EQ(languages, 46);  // README.md: "forty-six languages"
    EXPECT_EQ(word_for_name("sr-Latn-RS"), "Naziv");
    for (const char* sum : {"სულ", "Ընդամենը", "ጠቅላላ", "Укупно", "Вкупно", "Усяго", "Jumla", "کل"})
        EXPECT_THAT(imported("N,a\nx,1\ny,2\n" + std::string(sum) + ",3\n", "en"),
                    HasSubstr("\"summary\""))
            << sum;
    for (const char* phone : {"ტელეფონი", "Հեռախոս", "ስልክ", "Тэлефон", "Simu", "فون نمبر"})
        EXPECT_THAT(imported("N," + std::string(phone) + "\nx,12345\ny,67890\n", "en"),
                    HasSubstr("\"kind\": \"plain\""))
            << phone;
    for (const char* source : {"წყარო", "Աղբյուր", "ምንጭ", "Крыніца", "Chanzo", "ماخذ"})
        EXPECT_THAT(imported("N,a\nx,1\ny,2\n" + std::string(source) + ": A\n", "en"),
                    HasSubstr("\"general\": true"))
            << source;
}

TEST(Imports, TakePairsBelowTheTableForWhatIsSaidOfIt) {
    for (const char* below :
         {"* weekends only\nAs of,1 May\n", "Contact:,1 May\n* weekends only\n"})
        EXPECT_THAT(imported(std::string("Boat,Price\nKayak,8*\nGig,9\n\n") + below, "en"),
                    AllOf(HasSubstr(": 1 May"), HasSubstr("\"notes\""),
                          HasSubstr("\"price\": {\"number\": 8, \"notes\"")));
    std::string many = "Boat,Price\nKayak,8\n\n";
    for (int i = 0; i < 40; ++i) many += "Gig " + std::to_string(i) + ":,9\n";
    EXPECT_THAT(imported(many, "en"), HasSubstr("\"boat\": \"Gig 39:\""));
    EXPECT_THAT(imported("Boat,Price\nKayak,8\nGig,9\n\nTotal:,17\n", "en"),
                HasSubstr("\"boat\": \"Total:\""));
    EXPECT_THAT(imported("Boat:,Price\nKayak:,8\n\nGig:,9\n", "en"),
                HasSubstr("\"boat\": \"Gig:\""));
}

TEST(Imports, TakeAKeyBelowTheTableForNotes) {
    const std::string dataset = imported(
        "Drug,Milk,Alcohol\nIbu,A,B\nAspirin,B,A\nPara,B,B\n\nA,avoid\nB,take care\n", "en");
    EXPECT_THAT(dataset, AllOf(HasSubstr("A = avoid"), HasSubstr("B = take care"),
                               Not(HasSubstr("\"drug\": \"A\""))));
}

TEST(Imports, TellOfTablesThatBeginAgain) {
    const std::string rows = "Boat,Hour,Day\nKayak,8,30\nCanoe,10,40\n";
    for (const char* line : {"Winter\n", "\nWinter\n", "\n"}) {
        EXPECT_THAT(imported(rows + line + "Boat,Weekend,Week\nKayak,50,150\n", "en"),
                    HasSubstr("what may be 2 tables is read as one: A1:"));
        EXPECT_THAT(imported(rows + line + "Boat,Hour,Day\nKayak,50,150\n", "en"),
                    AllOf(Not(HasSubstr("2 tables")), Not(HasSubstr("\"boat\": \"Boat\"")),
                          HasSubstr("\"hour\": 50")));
    }
}

}  // namespace
}  // namespace broadside::imports
