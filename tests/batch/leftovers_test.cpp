#include <gmock/gmock.h>

#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::ResultOf;

/// An edition that needs two pages where they are low.
class Pages : public ::testing::Test {
protected:
    Pages() {
        project.job.languages = {"de"};
        set_pages(2);
    }

    static std::string layout_of(int pages) {
        const std::string height = pages == 1 ? "100mm" : "25mm";
        return R"({"format": 1, "name": "plain", "page": {"size": {"width": "60mm", "height": ")" +
               height +
               R"("}, "margin": "1mm"}, "blocks": [{"kind": "header"}, {"kind": "table"}]})";
    }

    void set_pages(int count) { project.files.files["layouts/plain.json"] = layout_of(count); }

    std::vector<std::string> left_over_by(const std::vector<Job>& jobs) {
        auto report = broadside::build(jobs, project.files, project.sink);
        for (const auto& [path, bytes] : project.sink.written) project.files.files[path] = bytes;
        return std::move(report.leftovers);
    }

    std::vector<std::string> left_over() { return left_over_by({project.job}); }

    testing::ManyLanguages project;
};

TEST_F(Pages, AreLeftOverByAShorterEdition) {
    EXPECT_THAT(left_over(), IsEmpty());
    set_pages(1);
    const auto expected =
        ElementsAre("output/planets-plain-de-1.svg", "output/planets-plain-de-2.svg");
    EXPECT_THAT(left_over(), expected);
    EXPECT_THAT(left_over(), expected) << "as long as they are there";
    project.files.files.erase("output/planets-plain-de-1.svg");
    EXPECT_THAT(left_over(), ElementsAre("output/planets-plain-de-2.svg"));
}

TEST_F(Pages, SayWhyTheyAreLeftOver) {
    left_over();
    set_pages(1);
    EXPECT_THAT(project.build().problems,
                Contains(ResultOf(
                    [](const Diagnostic& problem) { return to_string(problem); },
                    "output/planets-plain-de-2.svg: warning: left over from an earlier build of 2 "
                    "pages; this one has 1 page\n"
                    "  hint: remove it: nothing writes it any more")));
}

TEST_F(Pages, OfALongerEditionLeaveTheOnlyOneOver) {
    set_pages(1);
    left_over();
    set_pages(2);
    EXPECT_THAT(left_over(), ElementsAre("output/planets-plain-de.svg"));
}

TEST_F(Pages, OfOtherEditionsAreNobodysLeftovers) {
    left_over();
    project.job.languages = {"fr"};
    set_pages(1);
    EXPECT_THAT(left_over(), IsEmpty());
    project.job.languages = {"de"};
    project.job.formats = {"pdf"};
    EXPECT_THAT(left_over(), IsEmpty());
    project.job.formats = {"svg"};
    project.job.output = "output/{lang}.{ext}";
    EXPECT_THAT(left_over(), IsEmpty());
}

TEST_F(Pages, ThatAnotherJobWritesAreNotLeftOver) {
    Job numbered = project.job;
    numbered.output = "output/planets-plain-{lang}-{page}.{ext}";
    project.job = numbered;
    project.job.formats = numbered.formats = {"svg"};
    left_over();
    set_pages(1);
    Job other = numbered;
    other.output = std::string(kDefaultOutput);
    const auto report = broadside::build({other, numbered}, project.files, project.sink);
    EXPECT_THAT(report.leftovers, ::testing::Each("output/planets-plain-de-2.svg"));
}

TEST_F(Pages, LaterOnesThatAnotherJobWritesAreNotLeftOver) {
    Job one = project.job;
    one.formats = {"svg"};
    one.layouts = {"a/plain.json"};
    one.output = "output/{lang}.{ext}";
    Job numbered = one;
    numbered.layouts = {"b/plain.json"};
    numbered.output = "output/{lang}-{page}.{ext}";
    project.files.files["a/plain.json"] = layout_of(1);
    project.files.files["b/plain.json"] = layout_of(2);
    EXPECT_THAT(left_over_by({one, numbered}), IsEmpty());
    EXPECT_THAT(left_over_by({one, numbered}), IsEmpty());
    EXPECT_THAT(left_over_by({numbered, one}), IsEmpty());
    project.files.files["b/plain.json"] = layout_of(1);
    EXPECT_THAT(left_over_by({one, numbered}), ElementsAre("output/de-2.svg"));
}

TEST_F(Pages, OfAnEditionThatFailsStay) {
    left_over();
    set_pages(1);
    project.set_title("de", "\\ue000");
    EXPECT_THAT(left_over(), IsEmpty());
}

}  // namespace
}  // namespace broadside::batch
