#include "broadside/job/input.hpp"

#include <gmock/gmock.h>

#include "broadside/load/syntax/places.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::Key;

constexpr char kDataset[] = R"({"format": 1, "id": "pets", "language": "en", "title": "Pets",
  "values": {"fur": {"values": {"yes": {"label": "furry", "symbol": "yes"}}}},
  "columns": [{"id": "pet", "kind": "name", "title": "Pet"}],
  "sections": [{"id": "all", "rows": [{"id": "cat", "pet": "Cat"}]}]})";

Job job_for(std::string dataset) {
    Job job;
    job.dataset = std::move(dataset);
    return job;
}

TEST(ReadDataset, IsNamedAfterItsFolderOrFile) {
    testing::MemoryFileStore files;
    files.files = {{"data/animals/dataset.json", kDataset},
                   {"animals.json", kDataset},
                   {"dataset.json", kDataset}};
    EXPECT_EQ(read_dataset(job_for("data/animals"), files)->name, "animals");
    EXPECT_EQ(read_dataset(job_for("data/animals/dataset.json"), files)->name, "animals");
    EXPECT_EQ(read_dataset(job_for("animals.json"), files)->name, "animals");
    EXPECT_EQ(read_dataset(job_for("dataset.json"), files)->name, "pets");
}

TEST(ReadDataset, TakesYamlWhereThereIsNoJson) {
    testing::MemoryFileStore files;
    files.files = {{"a/dataset.yaml", kDataset}, {"b/dataset.yml", kDataset}};
    EXPECT_EQ(read_dataset(job_for("a"), files)->name, "a");
    EXPECT_EQ(read_dataset(job_for("b"), files)->file->name, "b/dataset.yml");
    files.files["a/dataset.json"] = kDataset;
    const auto input = read_dataset(job_for("a"), files);
    ASSERT_FALSE(input);
    EXPECT_EQ(input.diagnostics().front().message,
              "expected one file, got a/dataset.json and a/dataset.yaml");
}

TEST(ReadDataset, NamesStandardInputInItsErrors) {
    testing::MemoryFileStore files;
    files.files = {{"-", "[1,"}};
    const auto input = read_dataset(job_for("-"), files);
    ASSERT_FALSE(input);
    EXPECT_EQ(input.diagnostics().front().file, "<stdin>");
}

TEST(ReadLayout, PrefersTheLayoutBesideTheDataset) {
    testing::MemoryFileStore files;
    files.files = {{"data/layouts/plain.json", testing::kTinyLayout},
                   {"layouts/plain.json", testing::kTinyLayout},
                   {"share/layouts/web.json", testing::kTinyLayout}};
    Job job;
    job.resources = {"share"};
    Diagnostics errors;
    EXPECT_EQ(read_layout("plain", job, "data", files, errors)->file->name,
              "data/layouts/plain.json");
    EXPECT_EQ(read_layout("plain", job, "other", files, errors)->file->name, "layouts/plain.json");
    EXPECT_EQ(read_layout("web", job, "data", files, errors)->file->name, "share/layouts/web.json");
    EXPECT_EQ(read_layout("layouts/plain.json", job, "data", files, errors)->folder, "layouts");
}

TEST(ReadLayout, MayBeYaml) {
    testing::MemoryFileStore files;
    files.files = {{"data/layouts/plain.yaml", testing::kTinyLayout},
                   {"layouts/plain.json", testing::kTinyLayout}};
    Diagnostics errors;
    EXPECT_EQ(read_layout("plain", {}, "data", files, errors)->file->name,
              "data/layouts/plain.yaml");
    files.files["data/layouts/plain.json"] = testing::kTinyLayout;
    EXPECT_FALSE(read_layout("plain", {}, "data", files, errors));
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, "ambiguous-file");
}

TEST(ReadSymbols, TakesThemFromTheFirstFolderThatHasThem) {
    testing::MemoryFileStore files;
    files.files = {
        {"dataset.json", kDataset}, {"b/yes.svg", testing::kTinySymbol}, {"c/yes.svg", "broken"}};
    const auto dataset = read_dataset(job_for("dataset.json"), files);
    const auto symbols = read_symbols(dataset->dataset, {"a", "b", "c"}, files);
    ASSERT_TRUE(symbols);
    EXPECT_THAT(*symbols, ElementsAre(Key("yes")));
}

TEST(SymbolFolders, AreEachNamedOnce) {
    Job job;
    job.resources = {"share"};
    EXPECT_THAT(symbol_folders(job, {"data", "share/layouts", "."}),
                ElementsAre("data/symbols", "share/layouts/symbols", "symbols"));
}

constexpr char kManifest[] = R"({"format": 1, "families": [{"family": "Serif", "scripts": ["Latn"],
  "licence": "OFL-1.1", "package": "fonts-serif",
  "files": [{"weight": "regular", "slant": "upright", "file": "serif.ttf", "index": 0}]}]})";

TEST(ReadFontManifest, ResolvesPathsAgainstItsFolderAndAsksForNoFont) {
    testing::MemoryFileStore files;
    files.files = {{"share/fonts/manifest.json", kManifest}};
    Job job;
    job.resources = {"own", "share"};
    const auto fonts = read_font_manifest(job, files);
    const FontFile& font = fonts->manifest.families[0].files[0];
    EXPECT_EQ(font.file, "share/fonts/serif.ttf");
    const FilePlace place = load::file_places({font.origin}).front();
    EXPECT_EQ(place.file + place.pointer, "share/fonts/manifest.json/families/0/files/0/file");
}

TEST(ReadFontManifest, SaysHowToNameAResourceFolder) {
    testing::MemoryFileStore files;
    EXPECT_EQ(to_string(read_font_manifest(Job(), files).diagnostics().front()),
              "error: no resource folder has a fonts/manifest.json\n"
              "  hint: name one with --resources or $BROADSIDE_RESOURCES");
}

}  // namespace
}  // namespace broadside
