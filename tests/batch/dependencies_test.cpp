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
    EXPECT_EQ(to_text({{"a b.pdf", {"50%.json", "c#1.json", "d$.json", "e\\ f"}}},
                      DependencyFormat::Make),
              "a\\ b.pdf: \\\n  50%.json \\\n  c\\#1.json \\\n  d$$.json \\\n  e\\\\\\ f\n");
}

TEST(ToText, WritesJsonToo) {
    EXPECT_EQ(to_text({{"a.pdf", {"b", "c\"d"}}}, DependencyFormat::Json),
              "{\n  \"a.pdf\": [\n    \"b\",\n    \"c\\\"d\"\n  ]\n}\n");
}

}  // namespace
}  // namespace broadside::batch
