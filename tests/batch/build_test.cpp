#include "broadside/batch/build.hpp"

#include <atomic>
#include <stdexcept>

#include <gmock/gmock.h>

#include "broadside/files/remembering_stores.hpp"
#include "broadside/load/load.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::ManyLanguages;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<std::string> messages(const BuildReport& report) {
    std::vector<std::string> lines;
    for (const Diagnostic& problem : report.diagnostics()) {
        if (problem.severity == Severity::Error) lines.push_back(to_string(problem));
    }
    return lines;
}

/// What was written, at `threads` threads and with the languages in this order.
std::map<std::string, std::string> written_with(std::size_t threads,
                                                std::vector<std::string> languages) {
    ManyLanguages project;
    project.job.threads = threads;
    project.job.languages = std::move(languages);
    project.job.formats = {"pdf", "svg", "png"};
    project.build();
    return project.sink.written;
}

TEST(BatchBuild, GivesTheSameBytesWithAnyThreadsInAnyOrder) {
    const auto expected = written_with(1, {"all"});
    EXPECT_THAT(expected, SizeIs(16));
    EXPECT_TRUE(written_with(2, {"all"}) == expected);
    EXPECT_TRUE(written_with(8, {"nl", "de", "en", "it", "fr"}) == expected);
}

TEST(BatchBuild, WritesTheManifestOnlyWhenAChangeChangesNoPage) {
    ManyLanguages project;
    project.build();
    project.files.files["planets.json"] += " // nothing that is printed";
    const BuildReport report = project.build();
    EXPECT_EQ(report.files(FileState::Unchanged), 10U);
    EXPECT_THAT(project.written(), IsEmpty());
    EXPECT_THAT(project.sink.written, SizeIs(1));
}

TEST(BatchBuild, MakesAgainWhatSomebodyEditedOrRemoved) {
    ManyLanguages project;
    project.build();
    project.files.files["output/planets-plain-de.svg"] += " ";
    project.files.files.erase("output/planets-plain-it.pdf");
    project.build();
    EXPECT_THAT(project.written(),
                ElementsAre("output/planets-plain-de.svg", "output/planets-plain-it.pdf"));
}

TEST(BatchBuild, MakesAgainTheFormatWhoseOptionChanged) {
    ManyLanguages project;
    project.job.languages = {};
    project.build();
    project.job.output_options.svg_text = SvgText::Outline;
    project.build();
    EXPECT_THAT(project.written(), ElementsAre("output/planets-plain-en.svg"));
    project.job.output_options.svg_theme = SvgTheme::Auto;
    project.build();
    EXPECT_THAT(project.written(), ElementsAre("output/planets-plain-en.svg"));
}

TEST(BatchBuild, MakesEverythingWhenForced) {
    ManyLanguages project;
    project.build();
    project.job.rebuild = Rebuild::All;
    EXPECT_EQ(project.build().files(FileState::Written), 10U);
}

TEST(BatchBuild, NamesEveryEditionThatCannotBeRead) {
    ManyLanguages project;
    project.files.files["locales/fr.json"] = "{";
    project.files.files["layouts/broken.json"] = "{";
    project.job.languages = {"de", "fr"};
    project.job.layouts = {"plain", "broken"};
    EXPECT_THAT(project.build().names(EditionState::Failed),
                ElementsAre("fr plain", "fr broken", "de broken"));
}

TEST(BatchBuild, GoesOnWhenAnEditionCannotBeSet) {
    ManyLanguages project;
    project.set_title("fr", "\\ue000");
    const BuildReport report = project.build();
    EXPECT_EQ(report.files(FileState::Written), 8U);
    EXPECT_THAT(report.names(EditionState::Failed), ElementsAre("fr plain"));
    EXPECT_THAT(messages(report), ElementsAre(HasSubstr("locales/fr.json:1:")));
}

TEST(BatchBuild, KeepsWhatAFailedEditionHadBefore) {
    ManyLanguages project;
    project.build();
    project.set_title("fr", "\\ue000");
    project.build();
    EXPECT_THAT(project.sink.written, IsEmpty());
    EXPECT_THAT(project.files.files["output/manifest.json"], HasSubstr("planets-plain-fr.pdf"));
}

TEST(BatchBuild, KeepsTheEntriesOfOtherJobsWhileTheirFilesExist) {
    ManyLanguages project;
    project.build();
    project.job.languages = {"de"};
    project.files.files.erase("output/planets-plain-nl.pdf");
    project.build();
    const auto manifest =
        load::load_build_manifest({"m", project.files.files["output/manifest.json"]});
    ASSERT_TRUE(manifest);
    EXPECT_THAT(manifest->entries, SizeIs(9));
}

TEST(BatchBuild, StartsAnewWithABrokenManifest) {
    ManyLanguages project;
    project.build();
    project.files.files["output/manifest.json"].resize(100);
    const BuildReport report = project.build();
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.files(FileState::Written), 10U);
    ASSERT_THAT(report.diagnostics(), SizeIs(4 + 1));
    EXPECT_THAT(to_string(report.diagnostics().front()),
                AllOf(StartsWith("output/manifest.json:6:15: warning: "),
                      EndsWith("hint: everything is made again, and the manifest with it")));
}

/// Counts how often the manifest is read.
class CountingStore final : public ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;
    Diagnostics read_pieces(const std::string& path, const TakePiece& take) override {
        if (path == "output/manifest.json") ++reads;
        return ForwardingStore::read_pieces(path, take);
    }
    bool is_file(const std::string& path) override {
        ++looks;
        return ForwardingStore::is_file(path);
    }

    std::size_t reads = 0;
    std::atomic<std::size_t> looks = 0;
};

/// How often files were looked for in an unchanged build of so many jobs, which share a manifest.
std::size_t looks_of_jobs(std::size_t count) {
    ManyLanguages project;
    project.job.languages = {};
    project.job.formats = {"svg"};
    std::vector<Job> jobs(count, project.job);
    for (std::size_t i = 0; i < count; ++i)
        jobs[i].output = "output/" + std::to_string(i) + "-{lang}.{ext}";
    broadside::build(jobs, project.files, project.sink);
    EXPECT_THAT(project.sink.written, SizeIs(count + 1));
    for (const auto& [path, bytes] : project.sink.written) project.files.files[path] = bytes;
    project.sink.written.clear();
    CountingStore store(project.files);
    const auto report = broadside::build(jobs, store, project.sink);
    EXPECT_EQ(report.files(FileState::Unchanged), count);
    EXPECT_THAT(project.sink.written, IsEmpty());
    EXPECT_EQ(store.reads, 1U);
    return store.looks;
}

TEST(BatchBuild, ReadsAManifestOnceForAllItsJobs) {
    const std::size_t five = looks_of_jobs(5), ten = looks_of_jobs(10);
    EXPECT_EQ(looks_of_jobs(15) - ten, ten - five) << "grows with the jobs and no faster";
}

TEST(BatchBuild, KeepsWhatAnotherRunHasWrittenMeanwhile) {
    ManyLanguages project;
    project.job.languages = {"de"};
    project.build();
    const std::string of_german = project.files.files["output/manifest.json"];
    project.files.files.erase("output/manifest.json");
    project.job.languages = {"fr"};
    /// The other run writes before this one does.
    class Meanwhile final : public ByteSink {
    public:
        Meanwhile(ManyLanguages& project, std::string manifest)
            : project_(project), manifest_(std::move(manifest)) {}
        Diagnostics write(const std::vector<OutputFile>& files) override {
            for (const OutputFile& file : files) project_.files.files[file.path] = file.bytes.all();
            return {};
        }
        Diagnostics update(const std::string& path, const MakeBytes& make) override {
            project_.files.files[path] = manifest_;
            return ByteSink::update(path, make);
        }

    private:
        ManyLanguages& project_;
        std::string manifest_;
    };
    Meanwhile sink(project, of_german);
    broadside::build(project.job, project.files, sink);
    const auto manifest =
        load::load_build_manifest({"m", project.files.files["output/manifest.json"]});
    ASSERT_TRUE(manifest);
    EXPECT_THAT(manifest->entries, SizeIs(4)) << "two of each language";
}

TEST(BatchBuild, NeedsNoManifestForOneFile) {
    ManyLanguages project;
    project.job.languages = {};
    project.job.output = "planets.pdf";
    project.job.formats = {};
    project.build();
    EXPECT_THAT(project.sink.written, SizeIs(1));
    EXPECT_EQ(project.build().files(FileState::Written), 1U);
}

TEST(BatchBuild, TellsHowFarLanguagesAreTranslated) {
    ManyLanguages project;
    const BuildReport report = project.build();
    ASSERT_THAT(report.languages, SizeIs(4));
    const LanguageReport& german = report.languages.front();
    EXPECT_EQ(german.language, "de");
    EXPECT_EQ(german.translated, 1U);
    EXPECT_EQ(german.fallbacks.at("en"), german.texts - 1);
    EXPECT_FALSE(german.is_reviewed);
}

TEST(BatchBuild, TellsWhatWasTranslatedFromOtherWordsAlsoWhenNothingIsMade) {
    ManyLanguages project;
    project.files.files["locales/de.json"] =
        R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten",
            "translated_from": {"title": "00000000"}})";
    EXPECT_EQ(project.build().languages.front().stale, 1U);
    EXPECT_THAT(project.sink.written.at("output/manifest.json"),
                ::testing::HasSubstr("\"stale\": 1"));
    EXPECT_EQ(project.build().languages.front().stale, 1U);
}

TEST(BatchBuild, WritesWhatOutputsDependOn) {
    ManyLanguages project;
    project.job.languages = {"de"};
    project.job.formats = {"pdf"};
    project.job.origin.file = "broadside.json";
    project.job.deps = "deps.json";
    project.job.deps_format = DependencyFormat::Json;
    project.build();
    const std::string deps = project.sink.written.at("deps.json");
    for (const char* file :
         {"broadside.json", "planets.json", "locales/de.json", "layouts/plain.json",
          "symbols/yes.svg", "NotoSans-Bold.ttf", "hyph_de_DE.dic", "fonts/manifest.json"}) {
        EXPECT_THAT(deps, HasSubstr(file));
    }
    for (const char* file : {"locales/fr.json", "NotoSans-Italic.ttf"})
        EXPECT_THAT(deps, Not(HasSubstr(file)));
    project.build();
    EXPECT_EQ(project.sink.written.at("deps.json"), deps) << "of outputs that are left alone";
}

/// Sets the stop after so many editions.
class StopAfter final : public BuildEvents {
public:
    explicit StopAfter(std::size_t editions) : left_(editions) {}
    void found(const Diagnostics&) override {}
    void planned(std::size_t) override {}
    void began(const std::string&) override {}
    void finished(const EditionReport&) override {
        if (--left_ == 0) stop = true;
    }
    void reported(const EditionReport&) override {}

    std::atomic<bool> stop = false;

private:
    std::size_t left_;
};

TEST(BatchBuild, StopsAndKeepsWhatIsDone) {
    ManyLanguages project;
    project.job.threads = 1;
    StopAfter events(2);
    const auto report =
        broadside::build(project.job, project.files, project.sink, {&events, &events.stop});
    EXPECT_THAT(report.names(EditionState::Stopped),
                ElementsAre("fr plain", "it plain", "nl plain"));
    EXPECT_FALSE(report.ok());
    EXPECT_THAT(project.written(), SizeIs(4));
    EXPECT_THAT(project.sink.written.at("output/manifest.json"), HasSubstr("planets-plain-de.pdf"));
}

/// A disk that refuses one file and breaks at another.
class FaultySink final : public ByteSink {
public:
    Diagnostics write(const std::vector<OutputFile>& files) override {
        for (const OutputFile& file : files) {
            if (file.path.find("-it.") != std::string::npos) throw std::runtime_error("broken");
            if (file.path.find("-fr.") != std::string::npos) return {full(file.path)};
        }
        return {};
    }

private:
    static Diagnostic full(const std::string& path) {
        Diagnostic diagnostic;
        diagnostic.file = path;
        diagnostic.message = "cannot be written: No space left on device";
        return diagnostic;
    }
};

TEST(BatchBuild, BlamesTheEditionThatCouldNotBeWritten) {
    ManyLanguages project;
    FaultySink sink;
    const auto report = broadside::build(project.job, project.files, sink);
    EXPECT_THAT(report.names(EditionState::Failed), ElementsAre("fr plain", "it plain"));
    EXPECT_THAT(messages(report),
                ElementsAre("output/planets-plain-fr.pdf: error: cannot be written: No space left "
                            "on device",
                            "error: it plain: broken"));
    EXPECT_EQ(report.files(FileState::Written), 6U);
}

}  // namespace
}  // namespace broadside::batch
