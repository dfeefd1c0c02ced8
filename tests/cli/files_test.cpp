#include <gmock/gmock.h>
#include <sys/stat.h>

#include "broadside/load/load.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "support/many_languages.hpp"
#include "support/program.hpp"

// What the built program does to files that are there before it, or that others write meanwhile.
namespace broadside::cli {
namespace {

using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ProgramRun;
using ::testing::SizeIs;
using ::testing::StartsWith;

namespace fs = std::filesystem;

class Files : public testing::ProgramTest {
protected:
    Files() {
        for (const char* language : {"de", "fr", "it"})
            testing::write_locale(folder, language, "Planets");
    }

    ProgramRun build(const std::string& options, const std::string& before = "") const {
        return run("build planets.json -l plain " + options, before);
    }

    void link(const std::string& target, const std::string& name) const {
        fs::create_directories(fs::path(folder / name).parent_path());
        fs::create_symlink(target, folder / name);
    }

    /// Paths of the manifest's entries.
    std::vector<std::string> entries(const std::string& manifest) const {
        const auto loaded = load::load_build_manifest({manifest, folder.read(manifest)});
        std::vector<std::string> paths;
        if (!loaded) return {to_string(loaded.diagnostics().front())};
        for (const model::ManifestEntry& entry : loaded->entries) paths.push_back(entry.path);
        return paths;
    }
};

TEST_F(Files, OfOtherFormatsAreNotOverwritten) {
    const std::pair<const char*, const char*> others[] = {
        {"other/layout.json", testing::kTinyLayout},
        {"photo.jpg", "\xFF\xD8\xFF\xE0 JFIF"},
        {"drawing.svg", testing::kTinySymbol},
        {"text", "x"},
    };
    for (const auto& [name, bytes] : others) {
        folder.write(name, bytes);
        const ProgramRun refused = build("-f pdf -o " + std::string(name));
        EXPECT_EQ(refused.code, 2) << name;
        EXPECT_EQ(refused.err,
                  "error: \"" + std::string(name) +
                      "\" is there and is not a PDF: it would be overwritten\n  hint: "
                      "name another file with --output, or overwrite it with --force\n");
        EXPECT_EQ(folder.read(name), bytes);
        EXPECT_EQ(build("--force -f pdf -o " + std::string(name)).code, 0);
        EXPECT_THAT(folder.read(name), StartsWith("%PDF-"));
    }
    folder.write("page.png", testing::kTinyLayout);
    EXPECT_EQ(build("-o page.png").code, 2) << "known when the pages are";
    EXPECT_EQ(folder.read("page.png"), testing::kTinyLayout);
    link("circle.pdf", "circle.pdf");
    const ProgramRun circle = build("-o circle.pdf");
    EXPECT_EQ(circle.code, 2);
    EXPECT_EQ(circle.err,
              "error: \"circle.pdf\" cannot be read: Too many levels of symbolic links\n"
              "  hint: name another file with --output\n");
    folder.write("empty.pdf", "");
    EXPECT_EQ(build("-o empty.pdf").code, 0);
}

TEST_F(Files, ThatAreReadAreNeverOverwritten) {
    const std::string fonts = BROADSIDE_SOURCE_DIR "/fonts/manifest.json";
    folder.write("fonts.json", "");
    fs::copy_file(fonts, folder / "fonts.json", fs::copy_options::overwrite_existing);
    for (const char* input : {"planets.json", "layouts/plain.json", "symbols/yes.svg",
                              "locales/de.json", "fonts.json"}) {
        const std::string before = folder.read(input);
        for (const char* option : {"-f pdf -o ", "-o a.pdf --manifest ", "-o a.pdf --deps "}) {
            const ProgramRun ran = build("--force --lang de --font-manifest fonts.json " +
                                         (option + std::string(input)));
            EXPECT_NE(ran.code, 0) << option << input;
            EXPECT_THAT(ran.err, HasSubstr("is an input and would be overwritten")) << input;
            EXPECT_EQ(folder.read(input), before);
        }
    }
}

TEST_F(Files, BesideTheOutputsAreReplacedByTheirOwnKindOnly) {
    folder.write("site/manifest.json", "{\"name\": \"My application\"}");
    const ProgramRun manifest = build("-o 'site/{lang}.pdf'");
    EXPECT_EQ(manifest.code, 2);
    EXPECT_THAT(manifest.err, StartsWith("error: \"site/manifest.json\" is there and is not a "
                                         "manifest of this program: it would be overwritten\n"));
    EXPECT_THAT(folder.read("site/manifest.json"), HasSubstr("My application"));
    folder.write("Makefile", "all: a.pdf\n\ttrue\n");
    EXPECT_THAT(build("-o a.pdf --deps Makefile").err, HasSubstr("is not a file of dependencies"));
    for (const char* options : {"--deps d", "--deps d", "--deps d --deps-format json",
                                "--deps d --deps-format json", "--deps d"})
        EXPECT_EQ(build("-o a.pdf " + std::string(options)).code, 0) << options;
    EXPECT_EQ(build("-o 'site/{lang}.pdf' --force").code, 0);
    EXPECT_THAT(entries("site/manifest.json"), SizeIs(1));
}

TEST_F(Files, ForTranslatorsReplaceOnlyTranslations) {
    for (const char* format : {"po", "json", "jsonc"}) {
        const std::string to = std::string(" --to ") + format + " -o words";
        fs::remove(folder / "words");
        EXPECT_EQ(run("i18n extract planets.json --lang de" + to).code, 0) << format;
        EXPECT_EQ(run("i18n extract planets.json --lang de" + to).code, 0) << format;
        for (const char* other : {testing::kTinyLayout, testing::kTinyDataset, "a note\n"}) {
            folder.write("words", other);
            const ProgramRun ran = run("i18n extract planets.json --lang de" + to);
            EXPECT_EQ(ran.code, 2) << format << other;
            EXPECT_THAT(ran.err, HasSubstr("\"words\" is there and holds no translations"));
            EXPECT_EQ(folder.read("words"), other);
        }
    }
}

TEST_F(Files, OfTwoRunsAtOnceAreAllInTheManifest) {
    const std::string again = "'" BROADSIDE_BINARY_DIR "/broadside' build planets.json -l plain ";
    for (int round = 0; round < 3; ++round) {
        fs::remove_all(folder / "output");
        const ProgramRun ran = build("--lang en,it >log; wait $!", again + "--lang de,fr >log2 & ");
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_THAT(entries("output/manifest.json"), SizeIs(4));
        EXPECT_THAT(build("--lang all").out, EndsWith("0 written, 4 unchanged\n"));
    }
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder / "output"))
        names.push_back(entry.path().filename());
    EXPECT_THAT(names, SizeIs(5)) << "no lock is left";
}

TEST_F(Files, WithNamesThatAreNotUtf8AreKnownAgain) {
    fs::rename(folder / "planets.json", folder / "plan\xE9ts.json");
    const std::string command = "build 'plan\xE9ts.json' -l plain --diagnostics json ";
    for (const char* summary : {"", "0 written, 1 unchanged\n"}) {
        const ProgramRun ran = run(command);
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_THAT(ran.out, EndsWith(summary));
        EXPECT_EQ(ran.err, "");
    }
    EXPECT_THAT(entries("output/manifest.json"), ::testing::ElementsAre("plan\xE9ts-plain-en.pdf"));
    EXPECT_EQ(run("i18n extract 'plan\xE9ts.json' --lang sv -o sv.po").code, 0);
    EXPECT_EQ(run("i18n merge 'plan\xE9ts.json' sv.po").code, 0);
    for (const char* wrong : {"build 'no\xE9.json' -l plain", "build planets.json '--l\xE9'",
                              "build 'plan\xE9ts.json' -l 'b\xE9'"}) {
        const std::string json = run(std::string(wrong) + " --diagnostics json").err;
        EXPECT_THAT(json, StartsWith("{\"severity\":\"error\""));
        EXPECT_FALSE(load::find_invalid_utf8(json)) << json;
    }
}

TEST_F(Files, ThatEditorsLeaveAreNoLocales) {
    link("user@host.1234", "locales/.#de.json");
    for (const char* name : {"#de.json#", "de.json~", ".de.json.swp", "._fr.json", "README"})
        folder.write("locales/" + std::string(name), "not a locale");
    const ProgramRun ran = build("--lang all");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(run("i18n status planets.json").code, 0);
    fs::create_directory(folder / "locales/nl.json");
    const ProgramRun with_folder = build("--lang all");
    EXPECT_EQ(with_folder.code, 1);
    EXPECT_THAT(with_folder.err, HasSubstr("locales/nl.json: error: cannot be read: "));
}

// A link that leads to itself stands for a folder without permissions: root may open any.
TEST_F(Files, OfAFolderThatCannotBeReadAreMissed) {
    fs::rename(folder / "locales", folder / "words");
    link("locales", "locales");
    for (const char* arguments :
         {"build planets.json -l plain --lang all", "build planets.json -l plain --lang de",
          "check planets.json --lang all", "i18n status planets.json",
          "i18n extract planets.json --lang de", "build planets.json -l plain --lang de,fr"}) {
        const ProgramRun ran = run(arguments);
        EXPECT_EQ(ran.code, 1) << arguments;
        EXPECT_THAT(ran.err, StartsWith("locales: error: cannot be read: Too many levels of "
                                        "symbolic links\n"))
            << arguments;
        EXPECT_THAT(ran.err, Not(HasSubstr("unknown language")));
    }
    EXPECT_EQ(build("").code, 0) << "of its own language alone, a dataset needs no locales";
    fs::rename(folder / "symbols", folder / "drawings");
    link("symbols", "symbols");
    EXPECT_THAT(build("").err, StartsWith("symbols/yes.svg: error: cannot be read: "));
    link("layouts", "near/layouts");
    folder.write("near/planets.json", testing::kTinyDataset);
    EXPECT_THAT(run("build near/planets.json -l plain").err,
                StartsWith("near/layouts/plain.json: error: cannot be read: "));
}

TEST_F(Files, ThatAreRemovedMeanwhileAreAnError) {
    folder.write("output/planets-plain-de.pdf", "");
    fs::remove(folder / "output/planets-plain-de.pdf");
    ASSERT_EQ(::mkfifo((folder / "output/planets-plain-de.pdf").c_str(), 0600), 0);
    // The build waits at the pipe, which is its second file.
    const ProgramRun ran = build(
        "-j 1 --lang en,de >log & "
        "while ! test -e output/planets-plain-en.pdf; do sleep 0.01; done; "
        "rm output/planets-plain-en.pdf; cat output/planets-plain-de.pdf >de; wait $!");
    EXPECT_EQ(ran.code, 6);
    EXPECT_THAT(ran.err,
                HasSubstr("output: error: a file that this build wrote is not there any more\n"));
    EXPECT_THAT(folder.read("log"), HasSubstr("1 failed: en plain"));
    EXPECT_THAT(entries("output/manifest.json"), Not(Contains("planets-plain-en.pdf")));
}

/// Somebody may make room on it, unless something else is wrong too.
TEST_F(Files, OfAFullDeviceMayBeWrittenAWhileLater) {
    ASSERT_EQ(build("--lang de -o a.pdf").code, 0);
    for (const char* arguments :
         {"build planets.json -l plain -f svg -o -", "build planets.json -l plain -o b.pdf",
          "build planets.json -l plain -o b.pdf --deps /dev/full", "check planets.json -l plain",
          "dump planets.json -l plain", "fonts planets.json", "i18n status planets.json",
          "i18n extract planets.json -o -", "--help", "--version", "i18n --help"}) {
        const ProgramRun ran = run(arguments + std::string(" >/dev/full"));
        EXPECT_EQ(ran.code, 6) << arguments;
        EXPECT_THAT(ran.err, HasSubstr("annot be written")) << arguments;
    }
    folder.write("locales/it.json", "{");
    EXPECT_EQ(build("--lang de,it -f svg -o /dev/full").code, 1);
    EXPECT_EQ(run("build nowhere.json -l plain").code, 1);
}

}  // namespace
}  // namespace broadside::cli
