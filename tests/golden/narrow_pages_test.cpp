#include <string>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "support/tiny_project.hpp"

/// What tables give up first where they have more columns than their page has room for, in the
/// finished files.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;

/// `name`: of the file that is made, whose ending says in which format.
std::string made_of(const std::string& columns, const std::string& rows, const std::string& layout,
                    const std::string& name = "page.pdf") {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "es", "title": "Colegios",
      "values": {"v": {"values": {"yes": {"label": "sí", "symbol": "yes"}, "no": {"label": "no", "symbol": "no"}}}},
      "columns": [)" + columns +
                            R"(], "sections": [{"id": "all", "rows": [)" + rows + "]}]}",
                        R"({"format": 1, "name": "plain", )" + layout + "}");
    project.job.formats = {name.substr(name.rfind('.') + 1)};
    project.job.output = name;
    const BuildReport report = build(project.job, project.files, project.sink);
    if (!report.ok()) throw std::runtime_error(problems_of(report));
    return project.sink.written.at(name);
}

/// A town of a short name, an address, and remarks with long words.
PdfWords schools_on(const std::string& width) {
    const std::string made = made_of(
        R"({"id": "n", "kind": "name", "title": "Centro"}, {"id": "town", "kind": "text", "title": "Lugar"},
           {"id": "web", "kind": "text", "title": "Web"}, {"id": "more", "kind": "text", "title": "Notas"})",
        R"({"id": "a", "n": "Cervantes", "town": "Tudela", "more": "Internacionalización",
            "web": {"text": "cervantes.educacion.example", "url": "https://cervantes.educacion.example"}})",
        R"("page": {"size": {"width": ")" + width +
            R"(", "height": "90mm"}, "margin": "3mm"}, "blocks": [{"kind": "table",
            "kinds": {"name": {"width": "1fr"}, "text": {"width": "1fr"}}}])");
    return {pdf_words(made)};
}

TEST(NarrowPage, HyphenatesTheLongestWordsAndKeepsShortOnesWhole) {
    const PdfWords words = schools_on("58mm");
    EXPECT_GT(words.of("Tudela").left, 0);
    EXPECT_GT(words.of("Cervantes").left, 0);
    for (const PdfWord& word : words.words) EXPECT_NE(word.text, "Internacionalización");
}

TEST(NarrowPage, HasSmallerTypeRatherThanHyphensInSeveralColumns) {
    const auto words_on = [](const std::string& width) {
        return PdfWords{pdf_words(made_of(
            R"({"id": "n", "kind": "name", "title": "Vacuna"}, {"id": "a", "kind": "text", "title": "Dura"},
               {"id": "b", "kind": "text", "title": "Efectos"})",
            R"({"id": "x", "n": "Hepatitis", "a": "toda la vida", "b": "fiebre, erupciones pasajeras y somnolencia"},
               {"id": "y", "n": "Encefalitis", "a": "veinticinco años", "b": "irritabilidad, dolores musculares"})",
            R"("page": {"size": {"width": ")" + width +
                R"(", "height": "90mm"}, "margin": "3mm"}, "blocks": [{"kind": "table"}])"))};
    };
    const auto size = [](const PdfWord& word) { return word.bottom - word.top; };
    const PdfWords small = words_on("54mm"), large = words_on("76mm");
    EXPECT_GT(small.of("erupciones").left, 0);
    EXPECT_LT(size(small.of("veinticinco")), 0.9 * size(large.of("veinticinco")));
}

TEST(NarrowPage, BreaksWordsOfALinkThatAreItsAddressAfterTheirSigns) {
    const PdfWords words = schools_on("70mm");
    EXPECT_NEAR(words.of("cervantes.").left, words.of("educacion.").left, 0.1);
    EXPECT_GT(words.of("example").top, words.of("educacion.").top + 5);
}

TEST(NarrowPage, BreaksTitlesOfFiguresBeforeNames) {
    const std::string made = made_of(
        R"({"id": "n", "kind": "name", "title": "Servicio"}, {"id": "a", "kind": "number", "title": "Pago cada mes"},
           {"id": "b", "kind": "number", "title": "Pago cada año"})",
        R"({"id": "x", "n": "Reabilitación del suelo pélvico", "a": 48, "b": 432})",
        R"("page": {"size": {"width": "90mm", "height": "60mm"}, "margin": "3mm"},
           "blocks": [{"kind": "table", "kinds": {"name": {"width": "1fr"}}}])");
    const PdfWords words{pdf_words(made)};
    EXPECT_NEAR(words.of("pélvico").top, words.of("Reabilitación").top, 0.1);
    EXPECT_GT(words.of("mes").top, words.of("Pago").top + 5);
}

TEST(NarrowPage, TurnsTitlesThatHyphensWouldBreakTwice) {
    std::string columns = R"({"id": "n", "kind": "name", "title": "Centro"})", cells;
    for (const std::string id : {"a", "b", "c"}) {
        columns += R"(, {"id": ")" + id +
                   R"(", "kind": "symbol", "values": "v", "title": "Internacional"})";
        cells += ", \"" + id + "\": \"yes\"";
    }
    const std::string long_text =
        "Aula abierta desde las siete y media de la mañana y hasta las seis de la tarde también en "
        "vacaciones, con comedor y con transporte desde los pueblos vecinos.";
    columns += R"(, {"id": "t", "kind": "text", "title": "Notas"})";
    const std::string made = made_of(
        columns, R"({"id": "x", "n": "Cervantes")" + cells + R"(, "t": ")" + long_text + "\"}",
        R"("page": {"size": {"width": "84mm", "height": "38mm"}, "margin": "3mm"},
           "blocks": [{"kind": "table", "kinds": {"symbol": {"width": "0.3fr", "head": "auto"}, "text": {"width": "1.4fr"}}}],
           "fit": {"pages": 1, "min_font": "5pt", "order": ["hyphenate", "font-size"]})");
    const PdfWord head = PdfWords{pdf_words(made)}.of("Internacional");
    EXPECT_GT(head.bottom - head.top, head.right - head.left) << "runs upwards";
}

/// A feature, eight symbols, a telephone number and remarks, on a page without a `fit`.
PdfWords services_on(const std::string& width, const std::string& telephone_title) {
    std::string columns = R"({"id": "n", "kind": "name", "title": "Centro"})", cells;
    for (char id = 'a'; id < 'i'; ++id) {
        columns += std::string(R"(, {"id": ")") + id +
                   R"(", "kind": "symbol", "values": "v", "title": "Apio"})";
        cells += std::string(", \"") + id + "\": \"no\"";
    }
    columns += R"(, {"id": "tel", "kind": "plain", "title": ")" + telephone_title +
               R"("}, {"id": "t", "kind": "text", "title": "Notas"})";
    return {pdf_words(
        made_of(columns,
                R"({"id": "x", "n": "Tudela", "tel": "948 55 04 19", "t": "Internacionalización")" +
                    cells + "}",
                R"("page": {"size": {"width": ")" + width +
                    R"(", "height": "60mm"}, "margin": "3mm"}, "blocks": [{"kind": "table",
           "kinds": {"symbol": {"head": "auto"}, "plain": {"head": "auto"}}}])"))};
}

TEST(NarrowPage, DrawsSymbolsTogetherBeforeItHyphenatesWords) {
    EXPECT_GT(services_on("120mm", "Tel").of("Internacionalización").left, 0);
}

TEST(NarrowPage, TurnsTitlesThatAreWiderThanTheirColumn) {
    const auto is_turned = [](const PdfWord& word) {
        return word.bottom - word.top > word.right - word.left;
    };
    const PdfWords words = services_on("120mm", "Teléfono");
    EXPECT_TRUE(is_turned(words.of("Apio")));
    EXPECT_FALSE(is_turned(words.of("Teléfono")));
    const PdfWords wide = services_on("120mm", "Telecomunicaciones internacionales");
    EXPECT_TRUE(is_turned(wide.of("Telecomunicaciones")));
    EXPECT_GT(wide.of("internacionales").left, wide.of("Telecomunicaciones").left + 5)
        << "in two lines";
}

TEST(NarrowPage, LetsSymbolsStandCloserForNames) {
    std::string columns = R"({"id": "n", "kind": "name", "title": "Plato"})", cells;
    for (char id = 'a'; id < 'i'; ++id) {
        columns += std::string(R"(, {"id": ")") + id +
                   R"(", "kind": "symbol", "values": "v", "title": "Apio"})";
        cells += std::string(", \"") + id + "\": \"no\"";
    }
    const std::string made = made_of(
        columns,
        R"({"id": "x", "n": {"names": ["Verduras en vinagre"], "tags": ["vegano"]})" + cells + "}",
        R"("page": {"size": {"width": "115mm", "height": "40mm"}, "margin": "3mm"},
           "blocks": [{"kind": "table", "kinds": {"symbol": {"head": "rotated"}, "name": {"width": "max-content"}}}],
           "fit": {"pages": 1, "max_font": "8pt"})");
    const PdfWords words{pdf_words(made)};
    EXPECT_NEAR(words.of("vegano").bottom, words.of("Verduras").bottom, 2);
}

/// Words beside most symbols of one column, and beside one of the other.
TEST(Columns, OfOneKindLookAlike) {
    const std::string made = made_of(
        R"({"id": "n", "kind": "name", "title": "Plan"}, {"id": "a", "kind": "plain", "values": "v", "title": "Base"},
           {"id": "b", "kind": "plain", "values": "v", "title": "Empresa"})",
        R"({"id": "x", "n": "Dominio", "a": {"value": "yes"}, "b": {"value": "yes", "text": "tres"}},
           {"id": "y", "n": "Copias", "a": {"value": "yes", "text": "semanales"}, "b": {"value": "yes", "text": "cada hora"}},
           {"id": "z", "n": "Correo", "a": {"text": "gratis"}, "b": {"text": "aparte"}},
           {"id": "w", "n": "Cortafuegos", "a": {"value": "no"}, "b": {"value": "no"}})",
        R"("blocks": [{"kind": "table"}])");
    const PdfWords words{pdf_words(made)};
    EXPECT_NEAR(words.of("aparte").left, words.of("Empresa").left, 0.5);
    EXPECT_NEAR(words.of("gratis").left, words.of("Base").left, 0.5);
}

TEST(Html, IsAsWideAsATableNeedsAndNoWider) {
    const auto rules_of = [](int columns) {
        std::string heads = R"({"id": "n", "kind": "name", "title": "Modelo"})", cells;
        for (int i = 0; i < columns; ++i) {
            const std::string id = "c" + std::to_string(i);
            heads += ", {\"id\": \"" + id + R"(", "kind": "number", "title": "Capacidad"})";
            cells += ", \"" + id + "\": 12000";
        }
        return made_of(heads, R"({"id": "x", "n": "Uno")" + cells + "}",
                       R"("blocks": [{"kind": "table"}])", "page.html");
    };
    EXPECT_THAT(rules_of(2), HasSubstr("max-width:max(60rem,"));
    EXPECT_THAT(rules_of(11), HasSubstr("max-width:max(87rem,"));
    EXPECT_THAT(rules_of(40), HasSubstr("max-width:max(100rem,"));
}

}  // namespace
}  // namespace broadside::testing
