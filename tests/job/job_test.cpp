#include "broadside/job.hpp"

#include <limits>
#include <thread>

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

using Written = std::map<std::string, std::string>;

Written written_by(const std::vector<std::string>& formats) {
    testing::TinyProject project;
    project.job.formats = formats;
    build(project.job, project.files, project.sink);
    project.sink.written.erase("output/manifest.json");
    return project.sink.written;
}

template <typename Outcome>
std::string first_problem(const Outcome& result) {
    return result.diagnostics().empty() ? "" : to_string(result.diagnostics().front());
}

TEST(Build, WritesEveryFormat) {
    const Written files = written_by({"pdf", "svg", "png"});
    ASSERT_THAT(files, SizeIs(3));
    EXPECT_THAT(files.at("output/planets-plain-en.pdf"), StartsWith("%PDF-1."));
    EXPECT_THAT(files.at("output/planets-plain-en.svg"), HasSubstr("<svg"));
    EXPECT_THAT(files.at("output/planets-plain-en.png"), StartsWith("\x89PNG"));
}

TEST(Build, GivesTheSameBytesInEveryThread) {
    const Written expected = written_by({"pdf", "svg", "png"});
    std::vector<Written> results(4);
    std::vector<std::thread> threads;
    for (Written& result : results) {
        threads.emplace_back([&result] { result = written_by({"pdf", "svg", "png"}); });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_THAT(results, ElementsAre(expected, expected, expected, expected));
}

TEST(Build, WritesNothingWhenTheJobNamesALayoutThatIsNotThere) {
    testing::TinyProject project;
    project.job.layouts = {"plain", "missing"};
    EXPECT_FALSE(build(project.job, project.files, project.sink).ok());
    EXPECT_THAT(project.sink.written, IsEmpty());
}

TEST(Build, PassesOnWhatTheSinkSays) {
    testing::TinyProject project;
    project.sink.refusal.resize(1);
    project.sink.refusal[0].message = "no room";
    EXPECT_EQ(first_problem(build(project.job, project.files, project.sink)), "error: no room");
}

TEST(Build, RefusesValuesThatAreOutOfRange) {
    testing::TinyProject project;
    project.job.dataset = "";
    project.job.output_options.ppi = 0.5;
    project.job.shard = {3, 2};
    std::vector<std::string> lines;
    for (const Diagnostic& error : build(project.job, project.files, project.sink).problems)
        lines.push_back(to_string(error));
    EXPECT_THAT(lines, ElementsAre("error: expected a dataset",
                                   "error: expected 1 to 2400 pixels per inch, got 0.5",
                                   "error: expected a part from 1 to 2, got 3"));
    testing::TinyProject not_a_number;
    not_a_number.job.output_options.ppi = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(build(not_a_number.job, not_a_number.files, not_a_number.sink).ok());
}

TEST(Build, RefusesAnImageTooLargeForMemory) {
    testing::TinyProject project;
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "page": {"size": "A0"}, "blocks": [{"kind": "table"}]})";
    project.job.formats = {"png"};
    project.job.output_options.ppi = 2400;
    EXPECT_THAT(first_problem(build(project.job, project.files, project.sink)),
                HasSubstr("pixels"));
}

TEST(Check, NamesLayoutsAndWritesNothing) {
    testing::TinyProject project;
    const auto report = check(project.job, project.files);
    ASSERT_TRUE(report);
    ASSERT_THAT(report->entries, SizeIs(1));
    EXPECT_EQ(report->entries[0].name, "plain");
}

TEST(Check, LooksUpReferencesWithoutALayout) {
    testing::TinyProject project;
    project.job.layouts = {};
    EXPECT_TRUE(check(project.job, project.files));
    project.files.files.erase("symbols/yes.svg");
    project.job.resources = {};
    EXPECT_THAT(first_problem(check(project.job, project.files)),
                StartsWith("planets.json:2:75: error: /values/rings/values/yes/symbol: there is no "
                           "symbol \"yes\""));
}

TEST(Dump, ShowsOneLayoutInOneLanguage) {
    testing::TinyProject layouts, languages;
    layouts.job.layouts = {"plain", "plain"};
    EXPECT_EQ(first_problem(dump(layouts.job, Stage::Doc, layouts.files)),
              "error: a dump shows one layout");
    languages.job.languages = {"all"};
    EXPECT_EQ(first_problem(dump(languages.job, Stage::Doc, languages.files)),
              "error: a dump shows one language");
}

TEST(Dump, ShowsEachStage) {
    testing::TinyProject project;
    const auto doc = dump(project.job, Stage::Doc, project.files);
    const auto placed = dump(project.job, Stage::Placed, project.files);
    const auto scene = dump(project.job, Stage::Scene, project.files);
    ASSERT_TRUE(doc && placed && scene);
    for (const auto* text : {&*doc, &*placed, &*scene}) EXPECT_THAT(*text, HasSubstr("Saturn"));
    EXPECT_NE(*placed, *scene);
}

Outcome outcome_of_errors(std::vector<Diagnostic::Kind> kinds) {
    Diagnostics errors;
    for (const Diagnostic::Kind kind : kinds) errors.push_back(error("", "").of(kind));
    return outcome_of(errors);
}

TEST(OutcomeOf, LooksAtTheKindOfErrors) {
    using Kind = Diagnostic::Kind;
    EXPECT_EQ(outcome_of({}), Outcome::Done);
    EXPECT_EQ(outcome_of({warning("", "").of(Kind::Fit)}), Outcome::Done);
    EXPECT_EQ(outcome_of({error("job-ppi", "")}), Outcome::InputErrors);
    EXPECT_EQ(outcome_of_errors({Kind::JobFile}), Outcome::InputErrors);
    EXPECT_EQ(outcome_of_errors({Kind::Job}), Outcome::WrongUse);
    EXPECT_EQ(outcome_of_errors({Kind::Fit}), Outcome::DoesNotFit);
    EXPECT_EQ(outcome_of_errors({Kind::Translation}), Outcome::TranslationIncomplete);
}

TEST(OutcomeOf, PrefersWhatMustBeMendedFirst) {
    using Kind = Diagnostic::Kind;
    EXPECT_EQ(outcome_of_errors({Kind::Fit, Kind::Input}), Outcome::InputErrors);
    EXPECT_EQ(outcome_of_errors({Kind::Input, Kind::Fit}), Outcome::InputErrors);
    EXPECT_EQ(outcome_of_errors({Kind::Input, Kind::Job}), Outcome::WrongUse);
    EXPECT_EQ(outcome_of_errors({Kind::Translation, Kind::Fit}), Outcome::TranslationIncomplete);
}

}  // namespace
}  // namespace broadside
