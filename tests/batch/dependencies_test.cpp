#include "broadside/batch/dependencies.hpp"

#include <gmock/gmock.h>

#include "batch/planned.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(InputsOf, AreTheEditionsOwnFiles) {
    testing::ManyLanguages project;
    project.job.languages = {"de", "fr"};
    project.job.origin.file = "broadside.json";
    std::vector<Diagnostic> diagnostics;
    const auto batch = planned(project.job, project.files, diagnostics);
    ASSERT_TRUE(batch);
    model::ManifestEntry entry;
    entry.fonts = {{"Noto Sans", "bold", "NotoSans-Bold.ttf"}};
    const auto inputs = inputs_of(project.job, *batch, batch->editions[0], entry);
    for (const char* file : {"broadside.json", "planets.json", "locales/de.json",
                             "layouts/plain.json", "symbols/yes.svg"}) {
        EXPECT_THAT(inputs, Contains(file));
    }
    EXPECT_THAT(inputs, Contains(::testing::EndsWith("/NotoSans-Bold.ttf")));
    EXPECT_THAT(inputs, Contains(::testing::EndsWith("/hyph_de_DE.dic")));
    EXPECT_THAT(inputs, Not(Contains(::testing::EndsWith("/NotoSans-Regular.ttf"))));
    EXPECT_THAT(inputs, Not(Contains("locales/fr.json")));
}

TEST(ToText, EscapesWhatMeansSomethingToMake) {
    EXPECT_EQ(*to_text({{"a b.pdf", {"50%.json", "c#1.json", "d$.json", "e\\ f"}}},
                       DependencyFormat::Make),
              "a\\ b.pdf: \\\n  50%.json \\\n  c\\#1.json \\\n  d$$.json \\\n  e\\\\\\ f\n");
}

TEST(ToText, WritesJsonToo) {
    EXPECT_EQ(*to_text({{"a.pdf", {"b", "c\"d"}}}, DependencyFormat::Json),
              "{\n  \"a.pdf\": [\n    \"b\",\n    \"c\\\"d\"\n  ]\n}\n");
}

TEST(ToText, RefusesNamesThatCannotBeWritten) {
    for (const char* name : {"a\nb", "a\r", "~a", "a\\", "a(b)", "a\\=b", "a\\;b"}) {
        EXPECT_FALSE(to_text({{"a.pdf", {"b", name}}}, DependencyFormat::Make)) << name;
        EXPECT_FALSE(to_text({{name, {"b"}}}, DependencyFormat::Make)) << name;
        EXPECT_TRUE(to_text({{name, {name}}}, DependencyFormat::Json)) << name;
    }
    const auto refused = to_text({{"a.pdf", {"a\nb"}}}, DependencyFormat::Make);
    EXPECT_EQ(to_string(refused.diagnostics().front()),
              "error: \"a\\u000ab\" has a name that cannot be written for make\n"
              "  hint: --deps-format json names every file");
    EXPECT_TRUE(to_text({{"a.pdf", {"\xE9"}}}, DependencyFormat::Make));
    EXPECT_FALSE(to_text({{"a.pdf", {"\xE9"}}}, DependencyFormat::Json));
    EXPECT_FALSE(to_text({{"\xE9", {"a"}}}, DependencyFormat::Json));
}

TEST(BeginsAsDependencies, KnowsItsOwnFormatsFromOthers) {
    const Dependencies some = {{"a b.pdf", {"b", "c d"}}, {"e.pdf", {"f"}}};
    for (const auto format : {DependencyFormat::Make, DependencyFormat::Json}) {
        EXPECT_TRUE(begins_as_dependencies(*to_text(some, format)));
        EXPECT_TRUE(begins_as_dependencies(to_text(some, format)->substr(0, 20))) << "cut";
        EXPECT_TRUE(begins_as_dependencies(*to_text({}, format)));
    }
    for (const char* other : {"all: \\\n  a\n\tcc a\n", "CC = gcc\n", "# notes\n", "  indented\n",
                              "{\n  \"format\": 1,\n", "%PDF-1.7\n"})
        EXPECT_FALSE(begins_as_dependencies(other)) << other;
}

}  // namespace
}  // namespace broadside::batch
