#include <gmock/gmock.h>

#include <filesystem>
#include <regex>

#include "broadside/doc/document.hpp"
#include "broadside/load/load.hpp"
#include "broadside/resolve/resolve.hpp"
#include "lint/link_rule.hpp"

/// What the README tells people to type must work.
namespace broadside::lint {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

SourceFile repository_file(const std::string& path) {
    for (SourceFile& file : read_repository(BROADSIDE_SOURCE_DIR)) {
        if (file.path == path) return std::move(file);
    }
    return {};
}

SourceFile readme() { return repository_file("README.md"); }

std::string messages(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) text += to_string(diagnostic) + "\n";
    return text;
}

/// A drawing that stands for any symbol: whether symbols exist is checked where they are used.
model::Project with_symbols(model::Dataset dataset, model::Layout layout) {
    model::Project project{std::move(dataset), std::move(layout), {}};
    const auto drawing = std::make_shared<const Drawing>();
    for (const char* name : {"yes", "partial", "no", "recommended"})
        project.symbols[name] = drawing;
    return project;
}

void expect_no_mistake(const std::string& dataset_text, const std::string& layout_text) {
    auto dataset = load::load_dataset({"dataset.json", dataset_text});
    auto layout = load::load_layout({"sheet.json", layout_text});
    ASSERT_TRUE(dataset.ok()) << messages(dataset.diagnostics());
    ASSERT_TRUE(layout.ok()) << messages(layout.diagnostics());
    const auto document =
        resolve::resolve(with_symbols(std::move(dataset).value(), std::move(layout).value()));
    EXPECT_THAT(messages(document.diagnostics()), IsEmpty());
    EXPECT_TRUE(document.ok());
}

TEST(Readme, HasATutorialWithoutAMistake) {
    const auto blocks = code_blocks(readme(), "json");
    ASSERT_THAT(blocks, SizeIs(3));
    expect_no_mistake(blocks[0], blocks[1]);
}

TEST(Tutorials, AreWithoutAMistake) {
    const auto blocks = code_blocks(repository_file("data/tutorials.md"), "json");
    ASSERT_THAT(blocks, SizeIs(8));  // a dataset and its layout, four times
    for (std::size_t i = 0; i < blocks.size(); i += 2) expect_no_mistake(blocks[i], blocks[i + 1]);
}

TEST(Readme, HasAJobFileWithoutAMistake) {
    static constexpr std::string_view kOptions[] = {"format", "lang", "layout", "output"};
    Diagnostics errors;
    load::load_job_file({"broadside.json", code_blocks(readme(), "json").at(2)}, kOptions, errors);
    EXPECT_THAT(messages(errors), IsEmpty());
}

TEST(Readme, HasTheExitCodesOfTheHelp) {
    const auto codes = [](std::string text, std::string_view begin, const char* code) {
        text.erase(0, text.find(begin));
        text.erase(text.find("Ctrl-C"));
        const std::regex pattern(code);
        std::vector<std::string> found;
        for (std::sregex_iterator each(text.begin(), text.end(), pattern), end; each != end; ++each)
            found.push_back((*each)[1]);
        return found;
    };
    const auto told =
        codes(repository_file("src/cli/help.cpp").text, "Exit codes: 0", R"([:,]\s+(\d+) )");
    EXPECT_THAT(told, SizeIs(7));
    EXPECT_EQ(codes(readme().text, "| exit code |", R"(\n\| (\d+) \|)"), told);
}

/// The flyer in this layout, as far as `resolve` brings it.
std::string flyer_in(const std::string& layout_text) {
    const SourceFile file = repository_file("data/messengers/dataset.json");
    auto dataset = load::load_dataset({file.path, file.text});
    auto layout = load::load_layout({"layout.json", layout_text});
    EXPECT_TRUE(layout.ok()) << messages(layout.diagnostics());
    model::Project project{std::move(dataset).value(), std::move(layout).value(), {}};
    const auto drawing = std::make_shared<const Drawing>();
    for (const model::Vocabulary& vocabulary : project.dataset.vocabularies) {
        for (const model::Value& value : vocabulary.values)
            project.symbols[value.symbol.id] = drawing;
    }
    for (const model::Band& band : project.dataset.bands) project.symbols[band.symbol.id] = drawing;
    return doc::dump(resolve::resolve(project).value());
}

TEST(LayoutsReadme, TellsTheDefaultsAsTheyAre) {
    const auto blocks = code_blocks(repository_file("layouts/README.md"), "json");
    ASSERT_THAT(blocks, SizeIs(1));
    EXPECT_EQ(flyer_in(blocks[0]), flyer_in(R"({"format": 1, "name": "defaults", "blocks": [
        {"kind": "header"}, {"kind": "legend"}, {"kind": "table"}, {"kind": "notes"},
        {"kind": "links"}, {"kind": "imprint"}]})"));
}

TEST(Pages, LinkToWhatIsThere) {
    const auto exists = [](const std::string& path) {
        return std::filesystem::exists(std::filesystem::path(BROADSIDE_SOURCE_DIR) / path);
    };
    for (const SourceFile& file : read_repository(BROADSIDE_SOURCE_DIR)) {
        EXPECT_THAT(broken_links(file, exists), IsEmpty());
    }
}

}  // namespace
}  // namespace broadside::lint
