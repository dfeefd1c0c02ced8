#include "broadside/resolve/texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

model::TextBlock block_for(std::string id) {
    model::TextBlock block;
    block.ref = {std::move(id), test::place_at("/blocks/0/ref")};
    return block;
}

model::Project with_block(model::Block block) {
    model::Project project;
    project.dataset.texts = {{"intro", test::words("Read on.")}};
    project.layout.blocks = {std::move(block)};
    return project;
}

std::string problem_of(model::Block block) {
    Problems problems("layout.json");
    check_block_references(with_block(std::move(block)), problems);
    return problems.found().empty() ? "" : test::told(problems.found().front());
}

TEST(CheckTexts, FindsWhatTheDatasetHas) {
    EXPECT_EQ(problem_of({{}, block_for("intro")}), "");
    EXPECT_EQ(problem_of({{}, model::TextBlock{test::words("own")}}), "");
}

TEST(CheckTexts, NamesTheNearestTextAlsoInARow) {
    model::RowBlock row;
    row.blocks = {{{}, block_for("into")}};
    EXPECT_EQ(problem_of({{}, row}),
              "layout.json: error: /blocks/0/ref: expected the id of a text, got \"into\"\n"
              "  hint: did you mean \"intro\"?");
}

TEST(WordsOf, AreTheDatasetsWhereTheBlockNamesThem) {
    const model::Project project = with_block({{}, block_for("intro")});
    EXPECT_EQ(words_of(block_for("intro"), project.dataset).text, "Read on.");
    EXPECT_EQ(words_of({test::words("own"), {}}, project.dataset).text, "own");
}

}  // namespace
}  // namespace broadside::resolve
