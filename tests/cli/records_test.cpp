#include <gmock/gmock.h>

#include "support/cards.hpp"

// Pages of one dataset, one for each record, by the built program.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ProgramRun;
using ::testing::StartsWith;

class Records : public testing::RecordsTest {};

TEST_F(Records, MakesAPageOfEach) {
    const ProgramRun ran = build("id,name\na,Ann\nb,Ben\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out,
              "en card html  out/a.html  one page of any length\n"
              "en card html  out/b.html  one page of any length\n"
              "2 written, 0 unchanged\n");
    EXPECT_THAT(made(), ElementsAre("a.html", "b.html"));
    EXPECT_THAT(page("a"), AllOf(HasSubstr("<title>Ann</title>"), HasSubstr("Own Ann"),
                                 HasSubstr("Room A, from Nov 27, 2026"), Not(HasSubstr("Ben"))));
    EXPECT_THAT(page("b"), AllOf(HasSubstr("<title>Ben</title>"), Not(HasSubstr("Ann"))));
}

TEST_F(Records, KeepsBracesThatNameNoField) {
    build("id,name\na,Ann\n");
    EXPECT_THAT(page("a"), HasSubstr("Braces: {name}, { name }"));
}

TEST_F(Records, AreWrittenAsTheLanguageWritesThem) {
    folder.write("cards/locales/de.json", R"({"format": 1, "language": "de", "translates": "cards",
        "subtitle": "Zimmer {room}, ab {day}"})");
    build("id,name,day,dose,room,room@de\na,Ann,2026-12-01,1200.50,North,Nord\nb,Ben,,,South,\n",
          "-f html --lang en,de -o 'out/{record}-{lang}.html'");
    EXPECT_THAT(page("a-en"),
                AllOf(HasSubstr("Room North, from Dec 1, 2026"), HasSubstr("1,200.50")));
    EXPECT_THAT(page("a-de"),
                AllOf(HasSubstr("Zimmer Nord, ab 1.\u00a0Dez. 2026"), HasSubstr("1.200,50")));
    EXPECT_THAT(page("b-de"), HasSubstr("Zimmer South, ab 27.\u00a0Nov. 2026"));
}

TEST_F(Records, FillWholeCells) {
    build("id,name,dose,remark,rings\na,Ann,7.25,is **new**,no\nb,Ben,,,\n");
    EXPECT_THAT(page("a"), AllOf(HasSubstr("7.25"), HasSubstr(">new</"), Not(HasSubstr("no dose")),
                                 Not(HasSubstr("<symbol"))));
    EXPECT_THAT(page("b"), AllOf(HasSubstr("no dose"), HasSubstr("nothing to note")));
}

TEST_F(Records, AreFiguresAlsoInWordsThatAreNothingElse) {
    const std::string records = "id,name,dose\na,Ann,1200.50\nb,Ben,\n";
    build(records);
    const std::string typed[] = {page("a"), page("b")};
    replace_in("cards/dataset.json", R"("dose": {"record": "dose"})", R"("dose": "{dose}")");
    EXPECT_THAT(build(records).err, IsEmpty());
    EXPECT_THAT(typed[0], HasSubstr("1,200.50"));
    EXPECT_EQ(page("a"), typed[0]);
    EXPECT_EQ(page("b"), typed[1]);
}

TEST_F(Records, SayNothingInMarkup) {
    build("id,name\na,a_b_c **d** [e](https://y.org)\n");
    EXPECT_THAT(page("a"), AllOf(HasSubstr("Own a_b_c **d** [e](https://y.org)"),
                                 HasSubstr(">a_b_c **d** [e](https://y.org)</strong>"),
                                 Not(HasSubstr("href=\"https://y.org"))));
}

TEST_F(Records, LeaveNoMarkersWhereTheySayNothing) {
    replace_in("cards/dataset.json", "\"Of **{name}**, ", "\"Of **{remark}** _{dose}_, ");
    const ProgramRun ran = build("id,name,dose,remark\na, Ann ,,\nb,Ben,2,Words\n");
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(page("a"), AllOf(HasSubstr("Own Ann</div>"), Not(HasSubstr("**"))));
    EXPECT_THAT(page("b"), AllOf(HasSubstr(">Words<"), Not(HasSubstr("**"))));
}

TEST_F(Records, StayInTheirPartOfAnAddress) {
    build("id,name,site\na,\"é/?&#) b\",https://z.org/a?b=c\nb,Ben,\n");
    EXPECT_THAT(page("a"), AllOf(HasSubstr("href=\"https://x.org/%C3%A9%2F%3F%26%23%29%20b?a=1\""),
                                 HasSubstr("href=\"https://z.org/a?b=c\""),
                                 HasSubstr("href=\"https://x.org/p/a\"")));
    // A link whose address is empty is none.
    EXPECT_THAT(page("b"), AllOf(Not(HasSubstr("Site")), HasSubstr("href=\"https://x.org/p/b\"")));
}

TEST_F(Records, OfTheOtherDirectionAreIsolated) {
    build("id,name\na,مريم 12\n", "-f html,pdf,svg");
    EXPECT_THAT(page("a"), HasSubstr("Own \u2067مريم 12\u2069"));
    EXPECT_THAT(folder.read("out/a.svg"), Not(HasSubstr("\u2067")));
    EXPECT_THAT(folder.read("out/a.pdf"), StartsWith("%PDF"));
}

TEST_F(Records, WithWrongValuesOfAVocabularyAreTold) {
    const ProgramRun ran = build("id,name,rings\na,Ann,maybe\nb,Ben,no\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(made(), ElementsAre("b.html"));
    EXPECT_THAT(ran.err, StartsWith("r.csv:2:1: error: expected the id of a value, got \"maybe\"\n"
                                    "  hint: known: yes, no\n"
                                    "  hint: it stands at cards/dataset.json:"));
}

TEST_F(Records, WhosePagesDoNotFitAreToldWithTheirLines) {
    std::string remark;
    for (int i = 0; i < 900; ++i) remark += "very long ";
    const ProgramRun ran =
        build("id,name,remark\na,Ann,short\nb,Ben," + remark + "\nc,Cleo,short\n", "-f pdf,svg");
    EXPECT_EQ(ran.code, 3);
    EXPECT_THAT(made(), ElementsAre("a.pdf", "a.svg", "c.pdf", "c.svg"));
    EXPECT_THAT(ran.err, StartsWith("r.csv:3:1: error: "));
}

/// What pages of one run have in common is made once, and must not show.
TEST_F(Records, ComeOutAsTheyDoAlone) {
    folder.write("cards/dataset.json", R"({"format": 1, "id": "cards", "language": "en",
        "title": "Rings", "subtitle": "For {name}", "records": {"id": {"key": true}, "name": {}},
        "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                    {"id": "rings", "kind": "number", "title": "Rings"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "planet": "Saturn", "rings": 7},
                                            {"id": "b", "planet": "Uranus", "rings": 13}]}],
        "links": [{"id": "own", "label": "Own", "url": "https://x.org/{id}"}]})");
    folder.write("cards/layouts/card.json",
                 testing::replaced(folder.read("cards/layouts/card.json"), R"("kind": "links")",
                                   R"("kind": "links", "qr": true)"));
    const std::vector<std::string> names = {"Ann",    "Ben",       std::string(150, 'n'),
                                            "Cleo",   "",          "Dora " + std::string(90, 'n'),
                                            "\u05d0", "Elisabeth", "Ann"};
    const auto record = [&](std::size_t i) { return fmt::format("r{},{}\n", i, names[i]); };
    std::string all = "id,name\n";
    for (std::size_t i = 0; i < names.size(); ++i) all += record(i);
    ASSERT_EQ(build(all, "-f pdf,svg -j 1").code, 0);
    std::string turned = "id,name\n";
    for (std::size_t i = names.size(); i-- > 0;) turned += record(i);
    ASSERT_EQ(build(turned, "-f pdf,svg -j 2 -o 'turned/{record}.{ext}'").code, 0);
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (const std::string format : {"pdf", "svg"}) {
            const std::string name = fmt::format("r{}.{}", i, format);
            folder.write("r.csv", "id,name\n" + record(i));
            ASSERT_EQ(run("build cards -l card --records r.csv -o alone/r." + format).code, 0);
            const std::string alone = folder.read("alone/r." + format);
            EXPECT_TRUE(folder.read(fmt::format("out/{}", name)) == alone) << name;
            EXPECT_TRUE(folder.read(fmt::format("turned/{}", name)) == alone) << name;
        }
    }
}

TEST_F(Records, AreNamedInTheUsualPattern) {
    folder.write("r.csv", "id,name\na,Ann\n");
    EXPECT_THAT(run("build cards -l card --records r.csv").out,
                StartsWith("en card pdf  output/cards-card-en-a.pdf  1 page"));
}

TEST_F(Records, ThatWouldHaveOneNameAreAnError) {
    const ProgramRun ran = build("id,name\na,Ann\nb,Ben\n", "-o out/all.html");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err,
              "error: several files would be written to \"out/all.html\"\n"
              "  hint: tell them apart with {layout}, {lang}, {ext}, {record} or {page} in "
              "--output\n");
    EXPECT_THAT(made(), IsEmpty());
    EXPECT_EQ(build("id,name\na,Ann\n", "-o out/one.html").code, 0);
    EXPECT_EQ(run("build cards -l card -o 'out/{record}.pdf'").err,
              "error: {record} means nothing where there are no records\n"
              "  hint: name them with --records\n");
}

TEST_F(Records, AreOptionalWhereFieldsHaveDefaults) {
    const ProgramRun ran = run("build cards -l card -o out/a.html");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err,
                HasSubstr("error: /title: the field \"name\" has no default, and there is no "
                          "record\n  hint: name the records: --records FILE\n"));
    replace_in("cards/dataset.json", "{\"required\": true}", "{\"default\": \"Nobody\"}");
    replace_in("cards/dataset.json", "\"dose\": {\"type\": \"number\"}",
               "\"dose\": {\"type\": \"number\", \"default\": 1.50}");
    replace_in("cards/dataset.json", "{\"key\": true}", "{\"key\": true, \"default\": \"x\"}");
    replace_in("cards/dataset.json", "{\"type\": \"rich\"}", "{\"default\": \"\"}");
    replace_in("cards/dataset.json", "{\"type\": \"url\"}",
               "{\"type\": \"url\", \"default\": \"\"}");
    EXPECT_EQ(run("build cards -l card -o out/a.html").err, "");
    EXPECT_THAT(page("a"), AllOf(HasSubstr("Own Nobody"), HasSubstr("1.50")));
}

TEST_F(Records, AreNotNeededToLookAtWhatAllPagesHave) {
    EXPECT_EQ(run("check cards").err, "");
    EXPECT_EQ(run("fonts cards -l card").code, 0);
    const ProgramRun extracted = run("i18n extract cards --lang de -l card -o de.po");
    EXPECT_EQ(extracted.err, "");
    // A text that is a gap and nothing else is nobody's to translate.
    EXPECT_THAT(folder.read("de.po"),
                AllOf(HasSubstr("Room {room}, from {day}"), Not(HasSubstr("msgid \"{name}\""))));
}

TEST_F(Records, AreForDatasetsThatTakeThem) {
    folder.write("r.csv", "id\na\n");
    const ProgramRun ran = run("build planets.json -l plain --records r.csv");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, StartsWith("error: the dataset takes no records\n"));
    EXPECT_THAT(run("build cards -l card --records nowhere.csv").err, HasSubstr("nowhere.csv"));
    replace("\"Saturn\"", "{\"record\": \"name\"}");
    EXPECT_THAT(run("check planets.json").err, HasSubstr("the dataset has no \"records\""));
}

TEST_F(Records, FillFieldsThatThereAre) {
    replace_in("cards/dataset.json", "Room {room}", "Room {romo}");
    replace_in("cards/dataset.json", "{\"record\": \"dose\"}", "{\"record\": \"name\"}");
    const ProgramRun ran = build("id,name\na,Ann\nb,Ben\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr("cards/dataset.json:2:34: error: /subtitle: unknown field "
                                "\"romo\"\n  hint: did you mean \"room\"?\n"),
                      HasSubstr("expected a field that suits column \"dose\" of kind number, and "
                                "\"name\" is of type text")));
}

TEST_F(Records, FillTranslationsToo) {
    const auto translate = [&](const std::string& tag, const std::string& title) {
        folder.write("cards/locales/" + tag + ".json",
                     R"({"format": 1, "language": ")" + tag +
                         R"(", "translates": "cards", "title": ")" + title + "\"}");
    };
    translate("de", "Für {name}");
    translate("fr", "Pour {nom}");
    translate("it", "Per tutti");
    const ProgramRun ran =
        build("id,name\na,Ann\n", "-f html --lang de,fr,it -o 'out/{record}-{lang}.html'");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(made(), ElementsAre("a-de.html", "a-it.html"));
    EXPECT_THAT(page("a-de"), HasSubstr("<title>Für Ann</title>"));
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr("cards/locales/fr.json:1:65: error: /title: unknown field "
                                "\"nom\"\n"),
                      HasSubstr("cards/locales/it.json:1:65: warning: /title: the translation "
                                "lacks {name}, which the source has\n")));
}

TEST_F(Records, SayTheirDefaultsInTheLanguage) {
    replace_in("cards/dataset.json", "{\"default\": \"A\"}", "{\"default\": \"Hall\"}");
    folder.write("cards/locales/de.json", R"({"format": 1, "language": "de", "translates": "cards",
        "title": "{name}", "subtitle": "Zimmer {room}, ab {day}",
        "records": {"room": {"default": "Saal"}, "rings": {"default": "ja"}}})");
    const ProgramRun ran = build("id,name,room\na,Ann,\nb,Ben,7\n",
                                 "-f html --lang en,de -o 'out/{record}-{lang}.html'");
    EXPECT_THAT(page("a-en"), HasSubstr("Room Hall, from"));
    EXPECT_THAT(page("a-de"), HasSubstr("Zimmer Saal, ab"));
    EXPECT_THAT(page("b-de"), HasSubstr("Zimmer 7, ab"));
    // By what names a symbol, no words are said.
    EXPECT_THAT(ran.err, HasSubstr("the dataset has no text \"records/rings/default\""));
    EXPECT_EQ(run("i18n extract cards --lang fr -o fr.po").code, 0);
    EXPECT_THAT(folder.read("fr.po"),
                AllOf(HasSubstr("what the field \"room\" of records says by default"),
                      HasSubstr("msgctxt \"records/room/default\""), HasSubstr("msgid \"Hall\""),
                      Not(HasSubstr("records/rings"))));
}

TEST_F(Records, CountWarningsThatTheyHaveAllTheSame) {
    replace_in("cards/layouts/card.json", "{\"kind\": \"links\"}",
               "{\"kind\": \"links\", \"qr\": true}");
    replace_in("cards/layouts/card.json", "\"fit\"", "\"symbols\": {\"qr\": \"5mm\"}, \"fit\"");
    std::string records = "id,name\n";
    for (int i = 10; i < 40; ++i) records += std::to_string(i) + ",Ann\n";
    const ProgramRun ran = build(records, "-f svg");
    EXPECT_THAT(ran.err, AllOf(StartsWith("r.csv:2:1: warning: the modules of the QR code are "),
                               HasSubstr("and 29 more like it: 3:1, 4:1, 5:1, 6:1, 7:1, …")));
    EXPECT_EQ(ran.err.find("the modules"), ran.err.rfind("the modules"));
}

TEST_F(Records, MustLeaveWordsWhereSomeAreNeeded) {
    replace_in("cards/dataset.json", "\"title\": \"{name}\"", "\"title\": \"{remark}\"");
    const ProgramRun ran = build("id,name,remark\na,Ann,\nb,Ben,Words\n");
    EXPECT_THAT(made(), ElementsAre("b.html"));
    EXPECT_THAT(ran.err,
                StartsWith("r.csv:2:1: error: expected words, and every field in it is "
                           "empty\n  hint: it stands at cards/dataset.json:2:12, /title\n"));
}

TEST_F(Records, AreMadeAgainWhenTheyChange) {
    build("id,name\na,Ann\nb,Ben\n");
    EXPECT_THAT(build("id,name\na,Ann\nb,Bea\n").out, EndsWith("\n1 written, 1 unchanged\n"));
    EXPECT_THAT(build("id,name\nb,Bea\na,Ann\n").out, "0 written, 2 unchanged\n");
    EXPECT_THAT(folder.read("out/manifest.json"), HasSubstr("\"record\": \"a\",\n"));
}

TEST_F(Records, AreSharedOutToMachines) {
    std::string records = "id,name\n";
    for (int i = 0; i < 8; ++i) records += std::to_string(i) + ",Ann " + std::to_string(i) + "\n";
    build(records, "-f html --shard 1/2");
    const std::size_t first = made().size();
    EXPECT_GT(first, 1U);
    EXPECT_LT(first, 8U);
    build(records, "-f html --shard 2/2");
    EXPECT_THAT(made(), ::testing::SizeIs(8));
}

TEST_F(Records, AreTheSameWithAnyNumberOfThreads) {
    std::string records = "id,name,remark\n";
    for (int i = 0; i < 40; ++i)
        records += std::to_string(i) + ",Ann,remark " + std::to_string(i * 7919) + "\n";
    build(records, "-f pdf,svg -j 1");
    const std::string one = folder.read("out/33.pdf") + folder.read("out/33.svg");
    build(records, "-f pdf,svg -j 4 --force");
    EXPECT_EQ(folder.read("out/33.pdf") + folder.read("out/33.svg"), one);
    build("id,name,remark\n33,Ann,remark 261327\n", "-f pdf,svg --force");
    EXPECT_EQ(folder.read("out/33.pdf") + folder.read("out/33.svg"), one);
}

TEST_F(Records, HaveAGridOfTheirOwnInLockedLayouts) {
    replace_in("cards/layouts/card.json", "\"pages\": 1", "\"pages\": 1, \"lock\": true");
    folder.write("cards/locales/de.json", R"({"format": 1, "language": "de", "translates": "cards",
        "title": "Für {name}"})");
    const ProgramRun ran =
        build("id,name\na,Ann\nb,Ben\n",
              "-f svg --svg-text=system --lang all -o 'out/{record}-{lang}.svg'");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(made(), ElementsAre("a-de.svg", "a-en.svg", "b-de.svg", "b-en.svg"));
    EXPECT_THAT(folder.read("out/b-de.svg"), HasSubstr("Für Ben"));
}

TEST_F(Records, AreInputsLikeAnyOther) {
    build("id,name\na,Ann\n", "-f html --deps out/deps.json --deps-format json");
    EXPECT_THAT(folder.read("out/deps.json"), HasSubstr("\"r.csv\""));
    EXPECT_THAT(build("id,name\na,Ann\n", "-o r.csv -f html").err,
                HasSubstr("\"r.csv\" is an input and would be overwritten"));
}

TEST_F(Records, AreNamedInJobFilesToo) {
    folder.write("r.csv", "id,name\na,Ann\n");
    folder.write("jobs/job.json", R"({"format": 1, "jobs": [{"dataset": "../cards",
        "layout": "card", "records": "../r.csv", "output": "../out/{record}.html"}]})");
    EXPECT_EQ(run("build --job jobs/job.json").err, "");
    EXPECT_THAT(page("a"), HasSubstr("Own Ann"));
}

TEST_F(Records, AreCheckedWithTheirPages) {
    folder.write("r.csv", "id,name,dose\na,Ann,x\nb,Ben,1\n");
    const ProgramRun ran = run("check cards -l card --records r.csv");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("r.csv:2:7: error: dose: expected a number"));
    folder.write("r.csv", "id,name,dose\na,Ann,2\nb,Ben,1\n");
    EXPECT_THAT(run("check cards -l card --records r.csv").out,
                AllOf(HasSubstr("card a"), HasSubstr("card b")));
    EXPECT_EQ(run("check cards --records r.csv").code, 0);
    EXPECT_THAT(run("dump cards -l card --records r.csv --stage doc").out, HasSubstr("Own Ann"));
}

TEST_F(Records, TravelInTheirOwnPdfOnly) {
    build("id,name,room@de,dose\na,Ann,Nord,1.50\nb,Ben,,\n", "-f pdf --attach-source");
    EXPECT_EQ(run("extract out/a.pdf -o source").code, 0);
    EXPECT_EQ(folder.read("source/records.json"),
              "[{\"id\": \"a\", \"name\": \"Ann\", \"room@de\": \"Nord\", \"dose\": \"1.50\"}]\n");
    EXPECT_EQ(run("build --job source/broadside.json").err, "");
    EXPECT_EQ(folder.read("source/cards-card-en.pdf"), folder.read("out/a.pdf"));
}

}  // namespace
}  // namespace broadside::cli
